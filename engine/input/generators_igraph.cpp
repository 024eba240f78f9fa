// Networks that igraph grows.
#include <cmath>
#include <fmt/format.h>

#include "core/failure.hpp"
#include "input/did_you_mean.hpp"
#include "input/generators.hpp"
#include "input/network_igraph.hpp"

namespace rapport {
namespace {

std::uint64_t igraph_seed(const Draws& draws) {
  const DrawBlock words = draws.block(0, 0, 0, Purpose::network_tie);
  return std::uint64_t{words[0]} << 32 | words[1];
}

/// Takes the ties over, and frees igraph's copy before the rows are built.
Network take(igraph_t& graph) {
  Network network;
  const auto people = static_cast<std::uint32_t>(igraph_vcount(&graph));
  std::vector<Tie> ties;
  {
    const IgraphOwner owner(graph);
    ties = ties_of(graph);
  }
  network.graph = graph_from_ties(people, ties);
  network.community.assign(people, 0);
  return network;
}

void require_degree_below_people(const NetworkSpec& spec) {
  if (spec.mean_degree < spec.people) return;
  throw Failure(
      ExitCode::bad_data,
      fmt::format("network.mean_degree = {} is too large for {} (nobody can have "
                  "more than {} ties); lower mean_degree or raise people",
                  spec.mean_degree, counted(spec.people, "person", "people"), spec.people - 1));
}

[[noreturn]] void refuse_degree(const NetworkSpec& spec, const char* rule, double suggestion) {
  throw Failure(ExitCode::bad_data,
                fmt::format("network.mean_degree = {} does not fit ({}); use {}", spec.mean_degree,
                            rule, suggestion));
}

/// How many ties each newcomer brings, so that any mean degree comes out, not only even ones.
class Newcomers {
 public:
  explicit Newcomers(const NetworkSpec& spec, const IgraphSession& session) {
    session.check(igraph_vector_int_init(&ties_, spec.people), "cannot grow a network");
    const double half = spec.mean_degree / 2;
    for (std::uint32_t p = 0; p < spec.people; ++p) {
      VECTOR(ties_)
      [p] = static_cast<igraph_integer_t>(std::floor(half * (p + 1.0)) - std::floor(half * p));
    }
  }
  ~Newcomers() { igraph_vector_int_destroy(&ties_); }
  Newcomers(const Newcomers&) = delete;
  Newcomers& operator=(const Newcomers&) = delete;
  const igraph_vector_int_t* get() const { return &ties_; }

 private:
  igraph_vector_int_t ties_{};
};

}  // namespace

Network scale_free_network(const NetworkSpec& spec, const Draws& draws) {
  require_degree_below_people(spec);
  const IgraphSession session(igraph_seed(draws));
  const Newcomers newcomers(spec, session);
  igraph_t graph;
  // The tree of partial sums gives no repeated ties; attraction is the degree alone (+ 0).
  session.check(igraph_barabasi_game(&graph, spec.people, 1.0, 0, newcomers.get(), true, 0.0, false,
                                     IGRAPH_BARABASI_PSUMTREE, nullptr),
                "cannot grow a scale-free network");
  return take(graph);
}

Network small_world_network(const NetworkSpec& spec, const Draws& draws) {
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
  return take(graph);
}

Network regular_network(const NetworkSpec& spec, const Draws& draws) {
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
  return take(graph);
}

}  // namespace rapport
