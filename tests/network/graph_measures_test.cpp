#include "network/graph_measures.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "network/tie_rows.hpp"

using namespace rapport;

namespace {

Graph complete(std::uint32_t people) {
  std::vector<Tie> ties;
  for (std::uint32_t a = 0; a < people; ++a) {
    for (std::uint32_t b = a + 1; b < people; ++b) ties.emplace_back(a, b);
  }
  return graph_from_ties(people, ties);
}

Graph star(std::uint32_t people) {
  std::vector<Tie> ties;
  for (std::uint32_t p = 1; p < people; ++p) ties.emplace_back(0, p);
  return graph_from_ties(people, ties);
}

}  // namespace

TEST_CASE("In a complete graph every triple is a triangle") {
  CHECK(count_triangles(complete(3)) == 1);
  CHECK(count_triangles(complete(20)) == 20 * 19 * 18 / 6);
  CHECK(transitivity(complete(20)) == 1.0);
}

TEST_CASE("A star has triples but no triangle") {
  CHECK(count_triangles(star(50)) == 0);
  CHECK(transitivity(star(50)) == 0.0);
  CHECK(largest_degree(star(50)) == 49);
}

TEST_CASE("Of the triples of a triangle with a tail three in five are closed") {
  const std::vector<Tie> ties{{0, 1}, {1, 2}, {2, 0}, {2, 3}};
  CHECK(transitivity(graph_from_ties(4, ties)) == Approx(0.6));
}

TEST_CASE("A graph without ties has neither triangles nor transitivity, and everyone is alone") {
  const Graph graph = graph_from_ties(3, {});
  CHECK(count_triangles(graph) == 0);
  CHECK(transitivity(graph) == 0.0);
  CHECK(largest_degree(graph) == 0);
  CHECK(component_sizes(graph) == std::vector<std::uint32_t>{1, 1, 1});
}

TEST_CASE("Components are listed with the largest first") {
  const std::vector<Tie> ties{{0, 5}, {1, 2}, {2, 3}, {3, 1}};
  CHECK(component_sizes(graph_from_ties(6, ties)) == std::vector<std::uint32_t>{3, 2, 1});
  CHECK(component_sizes(Graph()).empty());
}
