#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <thread>
#include <vector>

#include "core/failure.hpp"
#include "input/network_source.hpp"
#include "network/graph_measures.hpp"
#include "tests/worlds/crowd.hpp"

using namespace rapport;

namespace {

NetworkSpec spec_of(NetworkKind kind, std::uint32_t people, double mean_degree = 10) {
  NetworkSpec spec;
  spec.kind = kind;
  spec.people = people;
  spec.mean_degree = mean_degree;
  return spec;
}

Network build(NetworkKind kind, std::uint32_t people, double mean_degree = 10) {
  return build_network(spec_of(kind, people, mean_degree), 42, 0);
}

bool same_graph(const Graph& a, const Graph& b) {
  if (a.people() != b.people() || a.ties() != b.ties()) return false;
  for (std::uint32_t p = 0; p < a.people(); ++p) {
    const auto left = a.neighbours(p);
    const auto right = b.neighbours(p);
    if (!std::equal(left.begin(), left.end(), right.begin(), right.end())) return false;
  }
  return true;
}

bool everyone_has(const Graph& graph, std::uint32_t degree) {
  for (std::uint32_t p = 0; p < graph.people(); ++p) {
    if (graph.degree(p) != degree) return false;
  }
  return true;
}

std::uint64_t ties_inside(const Network& network) {
  std::uint64_t ends = 0;
  for (std::uint32_t p = 0; p < network.graph.people(); ++p) {
    for (const std::uint32_t other : network.graph.neighbours(p)) {
      ends += network.community[p] == network.community[other] ? 1 : 0;
    }
  }
  return ends / 2;
}

/// The share S of the giant component of G(n, c/n): S = 1 - exp(-c S).
double giant_share(double mean_degree) {
  double share = 1;
  for (int step = 0; step < 1000; ++step) share = 1 - std::exp(-mean_degree * share);
  return share;
}

constexpr NetworkKind random_kinds[] = {NetworkKind::communities, NetworkKind::scale_free,
                                        NetworkKind::small_world, NetworkKind::random,
                                        NetworkKind::regular};

}  // namespace

TEST_CASE("The rows of the table stand in the order of the kinds and are found by name") {
  for (std::size_t i = 0; i < network_rows().size(); ++i) {
    const NetworkRow& row = network_rows()[i];
    CHECK(static_cast<std::size_t>(row.kind) == i);
    CHECK(find_network(row.name) == &row);
    CHECK_FALSE(row.meaning.empty());
    CHECK_FALSE(row.keys.empty());
  }
  CHECK(static_cast<std::size_t>(NetworkKind::file) + 1 == network_rows().size());
  CHECK(find_network("comunities") == nullptr);
}

TEST_CASE("Equal arguments give equal networks, another replicate or seed another one") {
  for (const NetworkKind kind : random_kinds) {
    const NetworkSpec spec = spec_of(kind, 500);
    const Network first = build_network(spec, 7, 0);
    CAPTURE(static_cast<int>(kind));
    CHECK(same_graph(first.graph, build_network(spec, 7, 0).graph));
    CHECK_FALSE(same_graph(first.graph, build_network(spec, 7, 1).graph));
    CHECK_FALSE(same_graph(first.graph, build_network(spec, 8, 0).graph));
  }
}

TEST_CASE("Networks built at the same time in several threads are those built one by one") {
  for (const NetworkKind kind : random_kinds) {
    std::vector<Network> built(4);
    std::vector<std::thread> threads;
    for (std::uint32_t i = 0; i < built.size(); ++i) {
      threads.emplace_back([&, i] { built[i] = build_network(spec_of(kind, 400), 3, i); });
    }
    for (auto& thread : threads) thread.join();
    for (std::uint32_t i = 0; i < built.size(); ++i) {
      CHECK(same_graph(built[i].graph, build_network(spec_of(kind, 400), 3, i).graph));
    }
  }
}

TEST_CASE("A network is the same by whatever crew it is built") {
  for (const NetworkKind kind :
       {NetworkKind::communities, NetworkKind::random, NetworkKind::scale_free}) {
    // Sparse, and so dense that many ties are drawn twice: a quarter of all pairs, then most.
    for (const auto& [people, degree] :
         std::vector<std::pair<std::uint32_t, double>>{{30'000, 10}, {400, 100}, {400, 300}}) {
      NetworkSpec spec = spec_of(kind, people, degree);
      spec.community_size = people / 2.0;
      spec.within_share = 0.5;
      const Graph alone = build_network(spec, 3, 0).graph;
      CAPTURE(static_cast<int>(kind), people, degree);
      for (const unsigned threads : {2u, 5u}) {
        CHECK(same_graph(alone, build_network(spec, 3, 0, test::crowd(threads)).graph));
      }
    }
  }
}

TEST_CASE("Random networks have exactly the ties that the mean degree asks for") {
  CHECK(build(NetworkKind::random, 3000, 7.5).graph.ties() == 11'250);
  CHECK(build(NetworkKind::communities, 3000, 7.5).graph.ties() == 11'250);
  CHECK(build(NetworkKind::small_world, 3000, 8).graph.ties() == 12'000);
  CHECK(build(NetworkKind::regular, 3000, 8).graph.ties() == 12'000);
  // The first newcomers find fewer people than they want ties.
  const auto grown = build(NetworkKind::scale_free, 3000, 8).graph.ties();
  CHECK(grown <= 12'000);
  CHECK(grown >= 12'000 - 10);
}

TEST_CASE("Degrees of a random network are spread like a Poisson count") {
  const Graph graph = build(NetworkKind::random, 20'000, 10).graph;
  double squares = 0;
  for (std::uint32_t p = 0; p < graph.people(); ++p) {
    squares += (graph.degree(p) - 10.0) * (graph.degree(p) - 10.0);
  }
  // Variance 10 with a standard error of 10 sqrt(2 / 20,000) = 0.1; five of them.
  CHECK(squares / graph.people() == Approx(10).margin(0.5));
  CHECK(transitivity(graph) < 0.002);  // about 10 / 20,000
}

TEST_CASE("A dense random network is complete but for the ties that are missing") {
  const Graph graph = build(NetworkKind::random, 200, 180).graph;
  CHECK(graph.ties() == 18'000);
  CHECK(
      same_graph(build(NetworkKind::random, 60, 59).graph, build(NetworkKind::complete, 60).graph));
}

TEST_CASE("The giant component of a sparse random network has the share that theory gives") {
  for (const double mean_degree : {1.5, 2.0, 3.0}) {
    const Graph graph = build(NetworkKind::random, 100'000, mean_degree).graph;
    const double share = component_sizes(graph).front() / 100'000.0;
    // The standard error is below 0.004 at mean degree 1.5, the widest of the three.
    CHECK(share == Approx(giant_share(mean_degree)).margin(0.015));
  }
  CHECK(giant_share(2.0) == Approx(0.7968).margin(1e-4));
}

TEST_CASE("Communities are equal in size and keep the asked share of ties inside") {
  NetworkSpec spec = spec_of(NetworkKind::communities, 10'050, 12);
  spec.community_size = 100;
  spec.within_share = 0.7;
  const Network network = build_network(spec, 42, 0);
  REQUIRE(network.communities == 101);
  std::vector<std::uint32_t> size(network.communities, 0);
  for (const std::uint32_t c : network.community) ++size.at(c);
  CHECK(*std::min_element(size.begin(), size.end()) == 99);
  CHECK(*std::max_element(size.begin(), size.end()) == 100);
  CHECK(network.graph.ties() == 60'300);
  CHECK(ties_inside(network) == 42'210);
  CHECK(component_sizes(network.graph).front() == 10'050);
}

TEST_CASE("A within share of 1 leaves no tie between communities, 0 none inside") {
  NetworkSpec spec = spec_of(NetworkKind::communities, 1000, 10);
  spec.community_size = 50;
  spec.within_share = 1;
  CHECK(ties_inside(build_network(spec, 1, 0)) == 5000);
  CHECK(component_sizes(build_network(spec, 1, 0).graph).size() >= 20);
  spec.within_share = 0;
  CHECK(ties_inside(build_network(spec, 1, 0)) == 0);
}

TEST_CASE("Nearly full communities and a single community are possible") {
  NetworkSpec spec = spec_of(NetworkKind::communities, 100, 9);
  spec.community_size = 10;
  spec.within_share = 1;
  const Network full = build_network(spec, 1, 0);
  CHECK(everyone_has(full.graph, 9));
  CHECK(component_sizes(full.graph).size() == 10);
  spec.community_size = 1000;
  const Network single = build_network(spec, 1, 0);
  CHECK(single.communities == 1);
  CHECK(single.graph.ties() == 450);
}

TEST_CASE("Scale-free networks grow hubs that random ones of equal mean degree do not have") {
  const Graph grown = build(NetworkKind::scale_free, 20'000, 10).graph;
  const Graph random = build(NetworkKind::random, 20'000, 10).graph;
  // The largest degree of Barabasi-Albert grows as m sqrt(n), 707 here, of G(n, m) as a logarithm.
  CHECK(largest_degree(grown) > 250);
  CHECK(largest_degree(random) < 35);
  CHECK(component_sizes(grown).front() == 20'000);
  // Share of people with at least 20 ties: the tail falls as m (m + 1) / (k (k + 1)).
  std::uint32_t tail = 0;
  for (std::uint32_t p = 0; p < grown.people(); ++p) tail += grown.degree(p) >= 20 ? 1 : 0;
  CHECK(tail / 20'000.0 == Approx(5.0 * 6 / (20 * 21)).margin(0.01));
}

TEST_CASE("Without rewiring a small world is a ring lattice, rewiring opens its triangles") {
  NetworkSpec spec = spec_of(NetworkKind::small_world, 2000, 10);
  spec.rewiring = 0;
  const Graph lattice = build_network(spec, 1, 0).graph;
  CHECK(everyone_has(lattice, 10));
  CHECK(transitivity(lattice) == Approx(3.0 * (10 - 2) / (4.0 * (10 - 1))));
  spec.rewiring = 0.1;
  const double some = transitivity(build_network(spec, 1, 0).graph);
  CHECK(some == Approx(transitivity(lattice) * 0.9 * 0.9 * 0.9).margin(0.05));
  spec.rewiring = 1;
  CHECK(transitivity(build_network(spec, 1, 0).graph) < 0.02);
}

TEST_CASE("In a regular network everyone has the same number of ties and all are connected") {
  const Graph graph = build(NetworkKind::regular, 5000, 4).graph;
  CHECK(everyone_has(graph, 4));
  CHECK(component_sizes(graph).front() == 5000);
}

TEST_CASE("Shapes have the ties of the shape") {
  const Graph ring = build(NetworkKind::ring, 100).graph;
  CHECK(everyone_has(ring, 2));
  CHECK(component_sizes(ring).front() == 100);
  const Graph path = build(NetworkKind::path, 100).graph;
  CHECK(path.ties() == 99);
  CHECK(path.degree(0) == 1);
  CHECK(path.degree(50) == 2);
  CHECK(path.degree(99) == 1);
  const Graph star = build(NetworkKind::star, 100).graph;
  CHECK(star.degree(0) == 99);
  CHECK(star.degree(99) == 1);
  CHECK(star.ties() == 99);
  const Graph complete = build(NetworkKind::complete, 100).graph;
  CHECK(everyone_has(complete, 99));
}

TEST_CASE("Every kind can be built for a single person, and shapes for two") {
  for (const NetworkRow& row : network_rows()) {
    if (row.kind == NetworkKind::file) continue;
    CAPTURE(row.name);
    CHECK(build(row.kind, 1, 0).graph.people() == 1);
    CHECK(build(row.kind, 1, 0).graph.ties() == 0);
    CHECK(build(row.kind, 1, 0).community == std::vector<std::uint32_t>{0});
  }
  CHECK(build(NetworkKind::ring, 2).graph.ties() == 1);
  CHECK(build(NetworkKind::star, 2).graph.ties() == 1);
}

TEST_CASE("Numbers that do not fit together are refused with a suggestion") {
  const auto refusal = [](const NetworkSpec& spec) -> std::string {
    try {
      build_network(spec, 1, 0);
    } catch (const Failure& failure) {
      CHECK(failure.code() == ExitCode::bad_data);
      return failure.what();
    }
    return "built";
  };
  using Catch::Matchers::Contains;
  CHECK_THAT(refusal(spec_of(NetworkKind::random, 0)), Contains("use at least 1 person"));
  CHECK_THAT(refusal(spec_of(NetworkKind::random, 10, 10)), Contains("more than 9 ties"));
  CHECK_THAT(refusal(spec_of(NetworkKind::scale_free, 10, 10)), Contains("more than 9 ties"));
  CHECK_THAT(refusal(spec_of(NetworkKind::small_world, 100, 5)), Contains("even whole number"));
  CHECK_THAT(refusal(spec_of(NetworkKind::regular, 100, 4.5)), Contains("use 4"));
  CHECK_THAT(refusal(spec_of(NetworkKind::regular, 101, 5)), Contains("use 4"));
  NetworkSpec crowded = spec_of(NetworkKind::communities, 1000, 30);
  crowded.community_size = 10;
  CHECK_THAT(refusal(crowded), Contains("raise community_size"));
}
