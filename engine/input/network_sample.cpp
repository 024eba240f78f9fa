#include "input/network_sample.hpp"

#include <algorithm>
#include <numeric>

#include "core/random.hpp"
#include "input/network_layout.hpp"

namespace rapport {
namespace {

constexpr std::size_t starts = 16;
constexpr std::uint32_t names_each =
    8;  // of a hub not everyone, or its circle would be the picture

/// A whole number below `bound`; the bias of at most 2^-32 x bound cannot be seen in a picture.
std::uint32_t below(std::uint32_t bound, std::uint32_t word) {
  return static_cast<std::uint32_t>(std::uint64_t{word} * bound >> 32);
}

class Snowball {
 public:
  Snowball(const Graph& graph, std::size_t limit, const Draws& draws)
      : graph_(graph), limit_(limit), draws_(draws), seen_(graph.people(), false) {}

  std::vector<std::uint32_t> roll() {
    std::uint32_t drawn = 0;
    while (found_.size() < std::min(starts, limit_)) start(drawn++);
    for (std::size_t next = 0; found_.size() < limit_; ++next) {
      // Where all named ones have been asked, the circle of the starts is exhausted.
      while (next == found_.size()) start(drawn++);
      ask(found_[next]);
    }
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  void start(std::uint32_t number) {
    add(below(graph_.people(), draws_.block(0, 0, number, Purpose::network_sample)[0]));
  }

  /// Names neighbours in a row from a drawn one on, around the end.
  void ask(std::uint32_t person) {
    const auto row = graph_.neighbours(person);
    const auto degree = static_cast<std::uint32_t>(row.size());
    if (degree == 0) return;
    const auto first = below(degree, draws_.block(person, 1, 0, Purpose::network_sample)[0]);
    for (std::uint32_t i = 0; i < std::min(degree, names_each); ++i) {
      add(row[(first + i) % degree]);
    }
  }

  void add(std::uint32_t person) {
    if (seen_[person] || found_.size() == limit_) return;
    seen_[person] = true;
    found_.push_back(person);
  }

  const Graph& graph_;
  std::size_t limit_;
  const Draws& draws_;
  std::vector<bool> seen_;
  std::vector<std::uint32_t> found_;
};

void add_ties(const Graph& graph, NetworkSample& sample) {
  constexpr std::uint32_t outside = ~0u;
  std::vector<std::uint32_t> position(graph.people(), outside);
  for (std::uint32_t i = 0; i < sample.person.size(); ++i) position[sample.person[i]] = i;
  for (std::uint32_t i = 0; i < sample.person.size(); ++i) {
    for (const std::uint32_t other : graph.neighbours(sample.person[i])) {
      if (position[other] == outside || position[other] <= i) continue;
      sample.tie_from.push_back(i);
      sample.tie_to.push_back(position[other]);
    }
  }
}

}  // namespace

NetworkSample sample_network(const Network& network, std::size_t limit, std::uint64_t seed) {
  NetworkSample sample;
  sample.people_in_network = network.graph.people();
  sample.ties_in_network = network.graph.ties();
  const Draws draws(seed, 0);
  if (network.graph.people() <= limit) {
    sample.person.resize(network.graph.people());
    std::iota(sample.person.begin(), sample.person.end(), 0u);
  } else {
    sample.person = Snowball(network.graph, limit, draws).roll();
  }
  for (const std::uint32_t p : sample.person) sample.community.push_back(network.community[p]);
  add_ties(network.graph, sample);
  lay_out(sample, seed);
  return sample;
}

}  // namespace rapport
