#include "analysis/findings/sweep.hpp"

#include <catch2/catch.hpp>

#include "analysis/findings/compare.hpp"
#include "planted_result.hpp"

using namespace rapport;
using test::luck;
using test::PlantedResult;

namespace {

/// The blast earns with the market, the notes do not care: equal at a share of 0.01.
PlantedResult border() {
  PlantedResult result({"Blast", "Notes"}, 10);
  result.design().parameters = {"market.in_market_share"};
  result.design().points = {{0.001}, {0.005}, {0.01}, {0.02}, {0.05}};
  result.final(Measure::profit, [points = result.design().points](RunKey run) {
    const double share = points[run.point][0];
    return (run.campaign == 0 ? 10'000 * share : 100) + luck(run.replicate, 1 + run.campaign);
  });
  return result;
}

}  // namespace

TEST_CASE("a sweep finds between which values the winner changes") {
  const auto planted = border();
  const Comparison comparison = compare(planted.table(), {});
  CHECK(comparison.points.size() == 5);
  REQUIRE(comparison.winner_changes.size() == 1);
  CHECK(comparison.points[comparison.winner_changes[0].from].point == 1);
  CHECK(comparison.points[comparison.winner_changes[0].to].point == 3);
  CHECK(comparison.sentence ==
        "Of the 5 combinations that were tried, Blast works better in 2, Notes works better in 2 "
        "and no campaign is clearly ahead in 1; the lead passes from Notes to Blast when in market "
        "share goes from 0.005 to 0.02.");
}

TEST_CASE("a lead that passes sooner here and later there is told once") {
  PlantedResult result({"Blast", "Notes"}, 10);
  result.design().parameters = {"market.in_market_share", "network.people"};
  result.design().points = {{0.001, 100}, {0.01, 100}, {0.05, 100},
                            {0.001, 900}, {0.01, 900}, {0.05, 900}};
  result.final(Measure::profit, [points = result.design().points](RunKey run) {
    const double share = points[run.point][0];
    const double border = points[run.point][1] < 500 ? 200 : 20;
    return (run.campaign == 0 ? 10'000 * share : border) + luck(run.replicate, 1 + run.campaign);
  });
  CHECK_THAT(compare(result.table(), {}).sentence,
             Catch::Contains("the lead passes from Notes to Blast when in market share goes from "
                             "0.001 to 0.05, sooner or later as the other settings are"));
}

TEST_CASE("of values that were drawn by chance only the tally is told") {
  auto planted = border();
  planted.design().ranges = {SweepRange{0.001, 0.05}};
  CHECK(compare(planted.table(), {}).sentence ==
        "Of the 5 combinations that were tried, Blast works better in 2, Notes works better in 2 "
        "and no campaign is clearly ahead in 1.");
}

TEST_CASE("one point of a sweep is looked at alone") {
  const auto planted = border();
  CompareOptions options;
  options.point = 4;
  const Comparison comparison = compare(planted.table(), options);
  REQUIRE(comparison.points.size() == 1);
  CHECK(comparison.points.front().point == 4);
  CHECK(comparison.points.front().headline.winner == 0u);
}

TEST_CASE("of a sweep only the measures that are asked for are kept, and the answer is the same") {
  const auto planted = border();
  const Comparison all = compare(planted.table(), {});
  CompareOptions options;
  options.kept = {Measure::profit};
  const Comparison some = compare(planted.table(), options);
  REQUIRE(some.points.size() == all.points.size());
  for (std::size_t k = 0; k < some.points.size(); ++k) {
    const PointFindings& kept = some.points[k];
    REQUIRE(kept.measures.size() == 1);
    CHECK(kept.of(Measure::profit).campaigns[0].value.mean ==
          all.points[k].of(Measure::profit).campaigns[0].value.mean);
    CHECK(kept.result.measures.size() == 1);
    CHECK(kept.activity.measures.empty());
    CHECK(kept.result.rank == all.points[k].result.rank);
    CHECK(kept.headline.sentence == all.points[k].headline.sentence);
  }
  CHECK(some.sentence == all.sentence);
  CHECK(some.notes == all.notes);
  // Of one point everything is told.
  options.point = 0;
  CHECK(compare(planted.table(), options).points[0].measures.size() == measure_count);
}

TEST_CASE("neighbours differ in one parameter only") {
  PlantedResult result({"A", "B"}, 10);
  result.design().parameters = {"p", "q"};
  result.design().points = {{1, 1}, {1, 2}, {2, 1}, {2, 2}};
  result.final(Measure::sales, [](RunKey run) {
    const bool wins = (run.point == 3) == (run.campaign == 1);  // B wins at (2, 2) alone
    return (wins ? 100.0 : 0.0) + luck(run.replicate, 1 + run.campaign);
  });
  const Comparison comparison = compare(result.table(), {});
  REQUIRE(comparison.winner_changes.size() == 2);
  CHECK(comparison.winner_changes[0].parameter == 0);
  CHECK(comparison.winner_changes[0].from == 1);
  CHECK(comparison.winner_changes[0].to == 3);
  CHECK(comparison.winner_changes[1].parameter == 1);
  CHECK(comparison.winner_changes[1].from == 2);
}
