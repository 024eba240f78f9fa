#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("False accounts are bought day by day until there are enough, at their price") {
  Sender sender(campaign("bought-audience", {{"accounts", 1'200}, {"accounts_per_day", 500}}),
                strangers(100));
  const std::vector<std::uint32_t> expected = {500, 500, 200, 0};
  for (Day day = 0; day < 4; ++day) {
    CHECK_FALSE((day < 3 && sender.strategy().finished(day)));
    const DayPlan plan = sender.plan_hours(day, 2);
    const std::uint32_t bought = expected[static_cast<std::size_t>(day)];
    CHECK(plan.false_followers_bought == bought);
    CHECK(plan.money_spent == Approx(bought * 0.02));
  }
  CHECK(sender.strategy().finished(3));
}

TEST_CASE("A bought audience takes no hours and touches nobody") {
  Sender sender(campaign("bought-audience"), strangers(100));
  const DayPlan plan = sender.plan_hours(0, 8);
  CHECK(plan.seconds_spent == 0);
  CHECK(plan.size() == 0);
}
