#include "network/tie_rows.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "tests/worlds/crowd.hpp"

using namespace rapport;
using rapport::test::crowd;

namespace {

/// Many ties among few people, with loops, repetitions and somebody whom most of them know.
std::vector<Tie> crowded_ties(std::uint32_t people, std::size_t count) {
  std::mt19937 luck(7);
  std::vector<Tie> ties;
  for (std::size_t k = 0; k < count; ++k) {
    ties.emplace_back(k % 3 == 0 ? 0 : luck() % people, luck() % people);
  }
  return ties;
}

std::set<Tie> different(const std::vector<Tie>& ties) {
  std::set<Tie> result;
  for (const auto& [a, b] : ties) {
    if (a != b) result.emplace(std::min(a, b), std::max(a, b));
  }
  return result;
}

std::set<Tie> ties_in(const Graph& graph) {
  std::set<Tie> result;
  for (std::uint32_t p = 0; p < graph.people(); ++p) {
    const auto row = graph.neighbours(p);
    CHECK(std::is_sorted(row.begin(), row.end()));
    for (const std::uint32_t other : row) result.emplace(std::min(p, other), std::max(p, other));
  }
  return result;
}

bool same_rows(const Graph& a, const Graph& b) {
  return std::ranges::equal(a.offsets(), b.offsets()) &&
         std::ranges::equal(a.targets(), b.targets());
}

}  // namespace

TEST_CASE("Rows hold each tie once, whoever counts and places them") {
  const std::vector<Tie> ties = crowded_ties(40'000, 150'000);
  TieCleaning alone;
  const Graph graph = graph_from_ties(40'000, ties, &alone);
  CHECK(ties_in(graph) == different(ties));
  CHECK(graph.ties() + alone.repeated + alone.self_loops == ties.size());
  CHECK(alone.repeated > 0);
  CHECK(alone.self_loops > 0);
  for (const unsigned threads : {2u, 3u, 7u}) {
    TieCleaning cleaning;
    CHECK(same_rows(graph, graph_from_ties(40'000, ties, &cleaning, crowd(threads))));
    CHECK(cleaning.repeated == alone.repeated);
    CHECK(cleaning.self_loops == alone.self_loops);
  }
}

TEST_CASE("Further ties stand in their order among those that were there") {
  const std::vector<Tie> all = [] {
    const std::set<Tie> sorted = different(crowded_ties(3'000, 20'000));
    std::vector<Tie> ties(sorted.begin(), sorted.end());
    std::shuffle(ties.begin(), ties.end(), std::mt19937(1));
    return ties;
  }();
  const Graph whole = graph_from_ties(3'000, all);
  for (const std::size_t later : {std::size_t{1}, std::size_t{300}, all.size()}) {
    const std::vector<Tie> more(all.end() - static_cast<std::ptrdiff_t>(later), all.end());
    // What was told first was told twice, so that there are gaps to close.
    const TieSource source{2, [&](std::size_t, std::vector<Tie>& ties) {
                             ties.assign(all.begin(),
                                         all.end() - static_cast<std::ptrdiff_t>(later));
                           }};
    TieRows rows(3'000, source, work_alone);
    CHECK(rows.cleaning().repeated == all.size() - later);
    CHECK_FALSE(rows.joins(more[0].first, more[0].second));
    CHECK(same_rows(whole, std::move(rows).with(more)));
  }
}
