#include "analysis/findings/turning_day.hpp"

#include <catch2/catch.hpp>

#include "analysis/findings/compare.hpp"
#include "analysis/findings/wording.hpp"
#include "planted_result.hpp"

using namespace rapport;
using test::luck;
using test::PlantedResult;

namespace {

TurningDay turn_of(const PlantedResult& result, Measure measure) {
  const Comparison comparison = compare(result.table(), {});
  for (const TurningDay& turn : comparison.points.front().turns) {
    if (turn.measure == measure) return turn;
  }
  return {};
}

}  // namespace

TEST_CASE("the last crossing is the first day of the final lead") {
  CHECK(last_crossing(std::vector<double>{-1, -1, 2, 3}) == 2);
  CHECK(last_crossing(std::vector<double>{-1, 2, -1, 0, 3}) == 4);
  CHECK(last_crossing(std::vector<double>{5, -1, -2, 0, -3}) == 1);
}

TEST_CASE("who leads from the first difference on never turns the ranking") {
  CHECK_FALSE(last_crossing(std::vector<double>{0, 0, 1, 2}));
  CHECK_FALSE(last_crossing(std::vector<double>{1, 0, 1}));
  CHECK_FALSE(last_crossing(std::vector<double>{-1, 1, 0}));
}

TEST_CASE("a crossing planted on day 40 is found, with an interval around it") {
  // A grows by 40 and stands still, B grows by one a day: B is ahead from day 40 on, give or take
  // the luck of a replicate.
  PlantedResult result({"A", "B"}, 40);
  result.daily(Measure::trusted_relationships, [](RunKey run, std::size_t day) {
    const double noise = 5 * luck(run.replicate, 1 + run.campaign);
    return run.campaign == 0 ? 39.5 + noise : static_cast<double>(day) + noise;
  });
  const TurningDay turn = turn_of(result, Measure::trusted_relationships);
  CHECK(turn.turn == Turning::turned);
  CHECK(turn.leader == 1u);
  REQUIRE(turn.day);
  CHECK(*turn.day >= 39);
  CHECK(*turn.day <= 41);
  CHECK(turn.interval->contains(40));
  // The difference of two uniform lucks of width 10 has deviation 4.1, over 40 replicates 0.65.
  CHECK(turn.interval->half_width() < 2.5);
  CHECK(turn.turned_share == 1);
}

TEST_CASE("flows are added up before the leads are compared") {
  // A sells 2 a day for 20 days, B 1 a day throughout: B has sold more from day 40 on (41 against
  // 40).
  PlantedResult result({"A", "B"}, 10);
  result.daily(Measure::sales, [](RunKey run, std::size_t day) {
    if (run.campaign == 1) return 1.0;
    return day < 20 ? 2.0 : 0.0;
  });
  const TurningDay turn = turn_of(result, Measure::sales);
  CHECK(turn.turn == Turning::turned);
  CHECK(turn.day == 40);
  CHECK(turn.interval->lower == 40);
  CHECK(turn.interval->upper == 40);
  CHECK(turning_sentence(turn, result.design()) ==
        "sales: B leads A from day 41 on (95 % interval: day 41 to 41)");
}

TEST_CASE("a campaign that leads throughout never turns") {
  PlantedResult result({"A", "B"}, 12);
  result.daily(Measure::profit, [](RunKey run, std::size_t day) {
    return run.campaign == 0 ? 1.0 + 0.1 * luck(run.replicate, static_cast<std::uint32_t>(day))
                             : 0.0;
  });
  const TurningDay turn = turn_of(result, Measure::profit);
  CHECK(turn.turn == Turning::never);
  CHECK(turn.leader == 0u);
  CHECK_FALSE(turn.day);
}

TEST_CASE("leads that only luck decides cannot be told") {
  PlantedResult result({"A", "B"}, 25);
  result.daily(Measure::sales, [](RunKey run, std::size_t day) {
    return luck(run.replicate, 2 * static_cast<std::uint32_t>(day) + run.campaign);
  });
  CHECK(turn_of(result, Measure::sales).turn == Turning::cannot_tell);
}

TEST_CASE("five replicates that agree are too few to call a turn") {
  PlantedResult result({"A", "B"}, 5);
  result.daily(Measure::trusted_relationships, [](RunKey run, std::size_t day) {
    return run.campaign == 0 ? 39.5 : static_cast<double>(day);
  });
  const TurningDay turn = turn_of(result, Measure::trusted_relationships);
  CHECK(turn.turn == Turning::cannot_tell);
  CHECK(turn.day == 40);
}

TEST_CASE("campaigns that never differ are identical on every day") {
  PlantedResult result({"A", "B"}, 8);
  result.daily(Measure::sales, [](RunKey, std::size_t) { return 1.0; });
  CHECK(turn_of(result, Measure::sales).turn == Turning::identical);
}

TEST_CASE("a replicate that one campaign lacks does not enter the turning day") {
  PlantedResult result({"A", "B"}, 10);
  result.daily(Measure::trusted_relationships, [](RunKey run, std::size_t day) {
    if (run.replicate == 4) return run.campaign == 0 ? 1e6 : 0.0;
    return run.campaign == 0 ? 39.5 : static_cast<double>(day);
  });
  result.lose({0, 1, 4}, RunStatus::failed);
  CHECK(turn_of(result, Measure::trusted_relationships).day == 40);
}
