#include <catch2/catch.hpp>
#include <vector>

#include "network/tie_rows.hpp"

using namespace rapport;

namespace {

std::vector<std::uint32_t> row(const Graph& graph, std::uint32_t person) {
  const auto neighbours = graph.neighbours(person);
  return {neighbours.begin(), neighbours.end()};
}

}  // namespace

TEST_CASE("A tie stands in the rows of both its ends, rows ascend") {
  const std::vector<Tie> ties{{3, 0}, {0, 1}, {2, 0}};
  const Graph graph = graph_from_ties(5, ties);
  CHECK(graph.people() == 5);
  CHECK(graph.ties() == 3);
  CHECK(row(graph, 0) == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(row(graph, 1) == std::vector<std::uint32_t>{0});
  CHECK(row(graph, 3) == std::vector<std::uint32_t>{0});
  CHECK(graph.degree(4) == 0);
  CHECK(graph.row_begin(1) == 3);
}

TEST_CASE("Self-loops and repetitions in either direction are dropped and counted") {
  const std::vector<Tie> ties{{0, 1}, {1, 0}, {0, 1}, {2, 2}, {1, 2}, {2, 2}};
  TieCleaning cleaning;
  const Graph graph = graph_from_ties(3, ties, &cleaning);
  CHECK(graph.ties() == 2);
  CHECK(cleaning.self_loops == 2);
  CHECK(cleaning.repeated == 2);
  CHECK(row(graph, 1) == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("A graph without ties has empty rows, an empty graph nobody") {
  CHECK(graph_from_ties(3, {}).degree(2) == 0);
  CHECK(graph_from_ties(3, {}).people() == 3);
  CHECK(graph_from_ties(0, {}).people() == 0);
  CHECK(Graph().people() == 0);
}

TEST_CASE("A graph takes 8 bytes a person and 4 a directed tie") {
  std::vector<Tie> ties;
  for (std::uint32_t p = 1; p < 1000; ++p) ties.emplace_back(p - 1, p);
  CHECK(graph_from_ties(1000, ties).bytes() == 1001 * 8 + 2 * 999 * 4);
}
