#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("A disguised campaign reaches the same people for the same money as an open one") {
  Sender open(campaign("disclosed-advertising"), strangers(5'000));
  Sender disguised(campaign("disguised-advertising"), strangers(5'000));
  const DayPlan one = open.plan_hours(0, 2), other = disguised.plan_hours(0, 2);
  CHECK(addressed(one) == addressed(other));
  CHECK(one.money_spent == other.money_spent);
}

TEST_CASE("It does not seem to sell, entertains everybody, and may be found out") {
  Sender sender(campaign("disguised-advertising", {{"found_out", 0.25}}), strangers(10));
  const Approach& way = sender.approaches()[0];
  CHECK(way.pitch == 0.0f);
  CHECK(way.deceit == 0.25f);
  CHECK(way.credit < 0.5f);
  const DayPlan plan = sender.plan_hours(0, 1);
  CHECK(plan.size() > 100);
  for (const Encounter& e : plan.touches[0]) CHECK(e.topic == any_topic);
}
