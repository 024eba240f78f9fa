#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Campaign persistent(double again_after_days = 0) {
  return campaign("persistent-blast", {{"again_after_days", again_after_days}});
}

void decline(Sender& sender, Day day, const std::vector<std::uint32_t>& people) {
  Answers answers;
  answers.declined = people;
  sender.learn(day, answers);
}

}  // namespace

TEST_CASE("A persistent blast sends blank invitations, two hundred in an hour") {
  Sender sender(persistent(), strangers(20'000));
  const DayPlan plan = sender.plan_hours(0, 1);
  CHECK(different(addressed(plan)) == 200);
  CHECK(plan.invitations_sent == 200);
  REQUIRE(sender.approaches().size() == 1);
  CHECK(sender.approaches()[0].channel == Channel::blank_invitation);
  CHECK(sender.approaches()[0].value == 0.0f);
  CHECK(sender.approaches()[0].pitch == 0.0f);
}

TEST_CASE("Who says nothing is invited once, and then the work is done") {
  Sender sender(persistent(), strangers(500));
  std::vector<std::uint32_t> all;
  for (Day day = 0; day < 3; ++day) {
    CHECK_FALSE(sender.strategy().finished(day));
    const DayPlan plan = sender.plan_hours(day, 1);
    const auto today = addressed(plan);
    all.insert(all.end(), today.begin(), today.end());
  }
  CHECK(all.size() == 500);
  CHECK(different(all) == 500);
  CHECK(sender.strategy().finished(2));
}

TEST_CASE("Who declines is invited again when the days have passed, the next day by default") {
  for (const auto& [days, again] : {std::pair{0.0, 6}, {1.0, 7}, {30.0, 36}}) {
    Sender sender(persistent(days), strangers(100));
    sender.plan_hours(0, 1);
    decline(sender, 5, {8, 3});
    INFO("again after " << days);
    for (Day day = 6; day < 40; ++day) {
      const DayPlan plan = sender.plan_hours(day, 1);
      const auto expected =
          day == again ? std::vector<std::uint32_t>{8, 3} : std::vector<std::uint32_t>{};
      CHECK(addressed(plan) == expected);
    }
  }
}

TEST_CASE("Who declines every time is invited every time") {
  Sender sender(persistent(), strangers(50));
  sender.plan_hours(0, 1);
  for (Day day = 1; day < 10; ++day) {
    decline(sender, day - 1, {17});
    CHECK_FALSE(sender.strategy().finished(day));
    const DayPlan plan = sender.plan_hours(day, 1);
    CHECK(addressed(plan) == std::vector<std::uint32_t>{17});
  }
  CHECK(sender.strategy().finished(9));
}

TEST_CASE("Who declined comes before those who have not been asked, and none is forgotten") {
  Sender sender(persistent(), strangers(20'000));
  sender.plan_hours(0, 1);
  decline(sender, 0, {1, 2, 3});
  const DayPlan short_of_quota = sender.plan(1, {3600, 2, false});
  CHECK(addressed(short_of_quota) == std::vector<std::uint32_t>{1, 2});
  const DayPlan next = sender.plan(2, {3600, 100, false});
  REQUIRE(addressed(next).size() == 100);
  CHECK(addressed(next).front() == 3);
}
