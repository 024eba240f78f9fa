#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("A day's money buys impressions at the price of a thousand") {
  Sender sender(
      campaign("disclosed-advertising", {{"money_per_day", 6}, {"price_per_thousand", 30}}),
      strangers(5'000));
  for (const Day day : {0, 1}) {
    const DayPlan plan = sender.plan_hours(day, 2);
    CHECK(plan.size() == 200);
    CHECK(plan.money_spent == Approx(6));
    CHECK(plan.seconds_spent == 600);
    CHECK(plan.messages_sent == 0);
  }
}

TEST_CASE("A fraction of an impression is bought on a later day, and no money is lost") {
  Sender sender(
      campaign("disclosed-advertising", {{"money_per_day", 0.01}, {"price_per_thousand", 40}}),
      strangers(100));
  double money = 0;
  std::size_t shown = 0;
  for (Day day = 0; day < 100; ++day) {
    const DayPlan plan = sender.plan_hours(day, 1);
    money += plan.money_spent;
    shown += plan.size();
  }
  CHECK(shown == 25);
  CHECK(money == Approx(1));
}

TEST_CASE("Adverts are shown to anybody, each day to others") {
  Sender sender(campaign("disclosed-advertising", {{"money_per_day", 30}}), strangers(100'000));
  const auto first = addressed(sender.plan_hours(0, 1)),
             second = addressed(sender.plan_hours(1, 1));
  CHECK(different(first) > 980);
  CHECK(first != second);
  const auto low = std::count_if(first.begin(), first.end(), [](auto p) { return p < 50'000; });
  CHECK(low > 430);
  CHECK(low < 570);
}

TEST_CASE("Without money nobody sees an advert, and nothing ever will come of it") {
  Sender sender(campaign("disclosed-advertising", {{"money_per_day", 0}}), strangers(100));
  CHECK(sender.plan_hours(0, 2).size() == 0);
  CHECK(sender.strategy().finished(0));
}

TEST_CASE("A disclosed advert sells openly and deceives nobody") {
  const Sender sender(campaign("disclosed-advertising"), strangers(10));
  CHECK(sender.approaches()[0].pitch == 1.0f);
  CHECK(sender.approaches()[0].deceit == 0.0f);
}
