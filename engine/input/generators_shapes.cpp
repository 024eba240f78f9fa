// Networks that are a shape: nothing about them is random.
#include <vector>

#include "input/generators.hpp"
#include "network/tie_rows.hpp"

namespace rapport {
namespace {

Network from_ties(std::uint32_t people, const std::vector<Tie>& ties, const Crew& crew) {
  Network network;
  network.graph = graph_from_ties(people, ties, nullptr, crew);
  network.community = one_community(people);
  return network;
}

std::vector<Tie> chain(std::uint32_t people) {
  std::vector<Tie> ties;
  ties.reserve(people);
  for (std::uint32_t p = 1; p < people; ++p) ties.emplace_back(p - 1, p);
  return ties;
}

}  // namespace

Network ring_network(const NetworkSpec& spec, const Draws& /*draws*/, const Crew& crew) {
  std::vector<Tie> ties = chain(spec.people);
  ties.emplace_back(spec.people - 1, 0);  // dropped as repeated or a loop below three people
  return from_ties(spec.people, ties, crew);
}

Network path_network(const NetworkSpec& spec, const Draws& /*draws*/, const Crew& crew) {
  return from_ties(spec.people, chain(spec.people), crew);
}

Network star_network(const NetworkSpec& spec, const Draws& /*draws*/, const Crew& crew) {
  std::vector<Tie> ties;
  ties.reserve(spec.people);
  for (std::uint32_t p = 1; p < spec.people; ++p) ties.emplace_back(0, p);
  return from_ties(spec.people, ties, crew);
}

/// Written straight into rows: a list of its ties would be as large as the network again.
Network complete_network(const NetworkSpec& spec, const Draws& /*draws*/, const Crew& /*crew*/) {
  const std::uint32_t people = spec.people;
  std::vector<std::uint64_t> offsets{0};
  std::vector<std::uint32_t> targets;
  offsets.reserve(people + std::size_t{1});
  targets.reserve(people * (people - std::size_t{1}));
  for (std::uint32_t p = 0; p < people; ++p) {
    for (std::uint32_t other = 0; other < people; ++other) {
      if (other != p) targets.push_back(other);
    }
    offsets.push_back(targets.size());
  }
  Network network;
  network.graph = Graph(std::move(offsets), std::move(targets));
  network.community = one_community(people);
  return network;
}

}  // namespace rapport
