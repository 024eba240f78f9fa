// Networks that are a shape: nothing about them is random.
#include <vector>

#include "input/generators.hpp"

namespace rapport {
namespace {

Network from_ties(std::uint32_t people, const std::vector<Tie>& ties) {
  Network network;
  network.graph = graph_from_ties(people, ties);
  network.community.assign(people, 0);
  return network;
}

std::vector<Tie> chain(std::uint32_t people) {
  std::vector<Tie> ties;
  ties.reserve(people);
  for (std::uint32_t p = 1; p < people; ++p) ties.emplace_back(p - 1, p);
  return ties;
}

}  // namespace

Network ring_network(const NetworkSpec& spec, const Draws& /*draws*/) {
  std::vector<Tie> ties = chain(spec.people);
  ties.emplace_back(spec.people - 1, 0);  // dropped as repeated or a loop below three people
  return from_ties(spec.people, ties);
}

Network path_network(const NetworkSpec& spec, const Draws& /*draws*/) {
  return from_ties(spec.people, chain(spec.people));
}

Network star_network(const NetworkSpec& spec, const Draws& /*draws*/) {
  std::vector<Tie> ties;
  ties.reserve(spec.people);
  for (std::uint32_t p = 1; p < spec.people; ++p) ties.emplace_back(0, p);
  return from_ties(spec.people, ties);
}

/// Written straight into rows: a list of its ties would be as large as the network again.
Network complete_network(const NetworkSpec& spec, const Draws& /*draws*/) {
  const std::uint64_t people = spec.people;
  std::vector<std::uint64_t> offsets{0};
  std::vector<std::uint32_t> targets;
  offsets.reserve(people + 1);
  targets.reserve(people * (people - 1));
  for (std::uint32_t p = 0; p < people; ++p) {
    for (std::uint32_t other = 0; other < people; ++other) {
      if (other != p) targets.push_back(other);
    }
    offsets.push_back(targets.size());
  }
  Network network;
  network.graph = Graph(std::move(offsets), std::move(targets));
  network.community.assign(people, 0);
  return network;
}

}  // namespace rapport
