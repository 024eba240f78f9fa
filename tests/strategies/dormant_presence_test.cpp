#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::uint8_t { alive, abandoned };

}  // namespace

TEST_CASE("A dormant sender works not a minute and writes to nobody; some people come by") {
  Sender sender(campaign("dormant-presence", {{"visitors_per_day", 5}}), strangers(1'000));
  for (Day day = 0; day < 60; ++day) {
    const DayPlan plan = sender.plan_hours(day, 8);
    CHECK(plan.seconds_spent == 0);
    CHECK(plan.messages_sent == 0);
    CHECK(addressed(plan, alive).size() == (day < 30 ? 5 : 0));
    CHECK(addressed(plan, abandoned).size() == (day < 30 ? 0 : 5));
    CHECK(different(addressed(plan, day < 30 ? alive : abandoned)) == 5);
  }
}

TEST_CASE("The days of a fresh profile count from when it is put up") {
  Sender sender(campaign("dormant-presence", {{"fresh_days", 3}}), strangers(100));
  CHECK(sender.plan_hours(40, 1).touches[alive].size() == 1);
  CHECK(sender.plan_hours(42, 1).touches[alive].size() == 1);
  CHECK(sender.plan_hours(43, 1).touches[abandoned].size() == 1);
}

TEST_CASE("A profile that nobody comes by is as if it were not there") {
  Sender sender(campaign("dormant-presence", {{"visitors_per_day", 0}}), strangers(100));
  CHECK(sender.plan_hours(0, 8).size() == 0);
  CHECK(sender.strategy().finished(0));
}

TEST_CASE("A fresh profile gives a little, an abandoned one breaks a confidence") {
  const Sender sender(campaign("dormant-presence"), strangers(10));
  CHECK(sender.approaches()[alive].value > 0.0f);
  CHECK(sender.approaches()[alive].breach == 0.0f);
  CHECK(sender.approaches()[abandoned].value == 0.0f);
  CHECK(sender.approaches()[abandoned].breach > 0.0f);
}
