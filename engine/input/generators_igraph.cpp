// Networks that igraph grows.
#include <cmath>
#include <fmt/format.h>

#include "core/failure.hpp"
#include "input/did_you_mean.hpp"
#include "input/generators.hpp"
#include "input/network_igraph.hpp"
#include "network/tie_rows.hpp"

namespace rapport {
namespace {

std::uint64_t igraph_seed(const Draws& draws) {
  const DrawBlock words = draws.block(0, 0, 0, Purpose::network_tie);
  return std::uint64_t{words[0]} << 32 | words[1];
}

/// Takes the ties over, and frees igraph's copy before the rows are built.
Network take(igraph_t& graph, const Crew& crew) {
  Network network;
  const auto people = static_cast<std::uint32_t>(igraph_vcount(&graph));
  std::vector<Tie> ties;
  {
    const IgraphOwner owner(graph);
    ties = ties_of(graph);
  }
  network.graph = graph_from_ties(people, ties, nullptr, crew);
  network.community = one_community(people);
  return network;
}

[[noreturn]] void refuse_degree(const NetworkSpec& spec, const char* rule, double suggestion) {
  throw Failure(ExitCode::bad_data,
                fmt::format("network.mean_degree = {} does not fit ({}); use {}", spec.mean_degree,
                            rule, suggestion));
}

}  // namespace

Network small_world_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew) {
  require_degree_below_people(spec);
  const double half = spec.mean_degree / 2;
  if (half != std::floor(half)) {
    refuse_degree(spec,
                  "a ring lattice has as many ties to the left as to the right, so it must be "
                  "an even whole number",
                  2 * std::round(half));
  }
  // igraph rewires each end of a tie with the probability it is given; a tie is kept when both are.
  const double each_end = 1 - std::sqrt(1 - spec.rewiring);
  const IgraphSession session(igraph_seed(draws));
  igraph_t graph;
  session.check(
      igraph_watts_strogatz_game(&graph, 1, spec.people, static_cast<igraph_integer_t>(half),
                                 each_end, false, false),
      "cannot rewire a small-world network");
  return take(graph, crew);
}

Network regular_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew) {
  require_degree_below_people(spec);
  const double degree = std::floor(spec.mean_degree);
  if (degree != spec.mean_degree) {
    refuse_degree(spec, "everyone has the same number of ties, so it must be whole", degree);
  }
  if (spec.people % 2 == 1 && std::fmod(degree, 2) == 1) {
    refuse_degree(spec, "an odd number of people cannot all have an odd number of ties",
                  degree - 1);
  }
  const IgraphSession session(igraph_seed(draws));
  igraph_t graph;
  session.check(igraph_k_regular_game(&graph, spec.people, static_cast<igraph_integer_t>(degree),
                                      false, false),
                "cannot draw a regular network");
  return take(graph, crew);
}

}  // namespace rapport
