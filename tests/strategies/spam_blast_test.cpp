#include <catch2/catch.hpp>
#include <cmath>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("In an hour a blast reaches two hundred different people") {
  Sender sender(campaign("spam-blast"), strangers(20'000));
  for (const Day day : {0, 1, 179}) {
    const DayPlan plan = sender.plan_hours(day, 1);
    CHECK(addressed(plan).size() == 200);
    CHECK(different(addressed(plan)) == 200);
    CHECK(plan.seconds_spent == 3600);
  }
}

TEST_CASE("A blast sends as many messages as its hours have room for, whatever one takes") {
  for (const auto& [hours, seconds, messages] : {std::tuple{2.0, 18.0, 400u},
                                                 {8.0, 60.0, 480u},
                                                 {0.5, 7.0, 257u},
                                                 {24.0, 86'400.0, 1u},
                                                 {1.0, 3601.0, 0u},
                                                 {0.0, 18.0, 0u},
                                                 {1.0, 0.5, 7200u},
                                                 {24.0, 17.28, 5000u},
                                                 {2.0, 3.6, 2000u},
                                                 {1.0, 0.1, 36'000u}}) {
    Sender sender(campaign("spam-blast", {{"message_seconds", seconds}}), strangers(50'000));
    const DayPlan plan = sender.plan_hours(0, hours);
    INFO(hours << " hours, " << seconds << " seconds a message");
    CHECK(addressed(plan).size() == messages);
    CHECK(different(addressed(plan)) == messages);
    CHECK(plan.seconds_spent == Approx(messages * seconds));
  }
}

TEST_CASE("A blast stops when everybody has been addressed once that day") {
  for (const std::uint32_t people : {1u, 2u, 57u, 256u, 257u}) {
    Sender sender(campaign("spam-blast"), strangers(people));
    const DayPlan plan = sender.plan_hours(0, 24);
    CHECK(addressed(plan).size() == people);
    CHECK(different(addressed(plan)) == people);
  }
}

TEST_CASE("With replacement a blast meets some people twice, as coverage has it") {
  constexpr std::uint32_t people = 1000;
  double covered = 0;
  constexpr int days = 40;
  Sender sender(campaign("spam-blast", {{"sampling", 1}}), strangers(people));
  for (Day day = 0; day < days; ++day) {
    const DayPlan plan = sender.plan_hours(day, 5);
    REQUIRE(addressed(plan).size() == 1000);
    covered += static_cast<double>(different(addressed(plan)));
  }
  // n (1 - (1 - 1/n)^m), with its standard deviation about sqrt(n (1/e - 2/e^2)).
  const double n = people, expected = n * (1 - std::pow(1 - 1 / n, 1000));
  const double deviation = std::sqrt(n * (std::exp(-1.0) - 2 * std::exp(-2.0)));
  CHECK(covered / days == Approx(expected).margin(4 * deviation / std::sqrt(days)));
}

TEST_CASE("With replacement nobody is left out and nobody is outside") {
  Sender sender(campaign("spam-blast", {{"sampling", 1}, {"message_seconds", 0.5}}), strangers(7));
  const DayPlan plan = sender.plan_hours(0, 1);
  const auto people = addressed(plan);
  CHECK(people.size() == 7200);
  CHECK(different(people) == 7);
  CHECK(*std::max_element(people.begin(), people.end()) == 6);
}

TEST_CASE("A blast to nobody ends") {
  for (const double sampling : {0.0, 1.0}) {
    Sender sender(campaign("spam-blast", {{"sampling", sampling}}), strangers(0));
    CHECK(sender.plan_hours(0, 24).size() == 0);
  }
}

TEST_CASE("Other days and other replicates have other people, the same day the same") {
  const auto first = [](std::uint32_t replicate, Day day) {
    Sender sender(campaign("spam-blast"), strangers(20'000), replicate);
    const DayPlan plan = sender.plan_hours(day, 1);
    return addressed(plan);
  };
  CHECK(first(0, 3) == first(0, 3));
  CHECK(first(0, 3) != first(0, 4));
  CHECK(first(0, 3) != first(1, 3));
}

TEST_CASE("More hours add people to the end of the day's list and change nobody before") {
  Sender sender(campaign("spam-blast"), strangers(20'000));
  const DayPlan hour = sender.plan_hours(5, 1), two_hours = sender.plan_hours(5, 2);
  const auto few = addressed(hour), many = addressed(two_hours);
  REQUIRE(many.size() == 400);
  CHECK(std::equal(few.begin(), few.end(), many.begin()));
}

TEST_CASE("A blast of messages sells, a blast of invitations says nothing") {
  const Sender messages(campaign("spam-blast"), strangers(10));
  REQUIRE(messages.approaches().size() == 1);
  CHECK(messages.approaches()[0].channel == Channel::message);
  CHECK(messages.approaches()[0].pitch == 1.0f);
  CHECK(messages.approaches()[0].pitch_in_market == 1.0f);
  const Sender invitations(campaign("spam-blast", {{"channel", 1}}), strangers(10));
  CHECK(invitations.approaches()[0].channel == Channel::blank_invitation);
  CHECK(invitations.approaches()[0].pitch == 0.0f);
  CHECK(invitations.approaches()[0].value == 0.0f);
}

TEST_CASE("A blast of invitations stops at the platform's quota") {
  Sender sender(campaign("spam-blast", {{"channel", 1}}), strangers(20'000));
  const DayPlan plan = sender.plan(0, {3600, 37, false});
  CHECK(addressed(plan).size() == 37);
  CHECK(plan.invitations_sent == 37);
  CHECK(plan.seconds_spent == 37 * 18);
  CHECK(sender.plan(1, {3600, 0, false}).size() == 0);
}

TEST_CASE("A quota of invitations does not limit messages, a restriction stops both") {
  Sender messages(campaign("spam-blast"), strangers(20'000));
  CHECK(messages.plan(0, {3600, 0, false}).size() == 200);
  CHECK(messages.plan(0, {3600, 100, true}).size() == 0);
}

TEST_CASE("A blast never finishes: tomorrow it sends again") {
  Sender sender(campaign("spam-blast"), strangers(10));
  CHECK_FALSE(sender.strategy().finished(179));
}
