#include <catch2/catch.hpp>
#include <set>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("Doing nothing addresses nobody, and is finished on the first day") {
  Sender sender(campaign("do-nothing"), strangers(100));
  const DayPlan plan = sender.plan_hours(0, 24);
  CHECK(plan.size() == 0);
  CHECK(plan.seconds_spent == 0);
  CHECK(sender.approaches().empty());
  CHECK(sender.strategy().finished(0));
}

TEST_CASE("Every strategy has a name of its own, is found by it, and says what it does") {
  std::set<std::string_view> names;
  for (const StrategyRow& row : strategy_rows()) {
    INFO(row.name);
    CHECK(names.insert(row.name).second);
    REQUIRE(find_strategy(row.name) != nullptr);
    CHECK(find_strategy(row.name)->name == row.name);
    CHECK_FALSE(row.meaning.empty());
  }
  CHECK(find_strategy("no such strategy") == nullptr);
  CHECK(find_strategy("") == nullptr);
}

TEST_CASE("Every setting of a strategy has a range that holds its defaults, a unit and a source") {
  const auto check = [](const ParameterRow& row) {
    INFO(row.group << "." << row.name);
    CHECK_FALSE(row.meaning.empty());
    CHECK_FALSE(row.source.empty());
    CHECK((row.kind == ValueKind::choice) == row.unit.empty());
    for (const double value : {row.seed_default, row.benchmark_default}) {
      CHECK(value >= row.low);
      CHECK(value <= row.high);
    }
  };
  for (const ParameterRow& row : campaign_rows()) check(row);
  for (const StrategyRow& strategy : strategy_rows()) {
    std::set<std::string_view> names;
    for (const ParameterRow& row : campaign_rows()) names.insert(row.name);
    for (const ParameterRow& row : strategy.parameters) {
      check(row);
      CHECK(row.group == strategy.name);
      CHECK(names.insert(row.name).second);
    }
  }
}

TEST_CASE("A new campaign starts without a past: two of one strategy do not share anything") {
  Sender one(campaign("thoughtful-engagement"), strangers(1000));
  Sender other(campaign("thoughtful-engagement"), strangers(1000));
  const DayPlan first = one.plan_hours(0, 1), second = one.plan_hours(1, 1),
                fresh = other.plan_hours(0, 1);
  CHECK(addressed(fresh) == addressed(first));
  CHECK(addressed(fresh) != addressed(second));
}
