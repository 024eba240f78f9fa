#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Campaign phases(const std::vector<std::pair<std::string, Day>>& list) {
  Campaign result = campaign("phases");
  for (const auto& [strategy, first_day] : list) {
    result.parts.push_back(campaign(strategy));
    result.parts.back().first_day = first_day;
  }
  return result;
}

}  // namespace

TEST_CASE("Walk, run, stop: each phase has all the hours from its first day to the next one's") {
  Sender sender(phases({{"thoughtful-engagement", 2}, {"spam-blast", 5}, {"do-nothing", 8}}),
                strangers(20'000));
  for (Day day = 0; day < 10; ++day) {
    const DayPlan plan = sender.plan_hours(day, 1);
    INFO("day " << day);
    CHECK(addressed(plan, 0).size() == (day >= 2 && day < 5 ? 10 : 0));
    CHECK(addressed(plan, 2).size() == (day >= 5 && day < 8 ? 200 : 0));
  }
}

TEST_CASE("Phases end when nothing is left to come, not when one phase is done") {
  Sender sender(phases({{"do-nothing", 0}, {"seeding", 3}, {"do-nothing", 5}}), strangers(100));
  for (Day day = 0; day < 3; ++day) {
    CHECK(sender.plan_hours(day, 1).size() == 0);
    CHECK_FALSE(sender.strategy().finished(day));
  }
  CHECK(sender.plan_hours(3, 1).size() == 1);
  CHECK(sender.strategy().finished(3));
  CHECK(sender.plan_hours(4, 1).size() == 0);
}

TEST_CASE("A later phase knows whom an earlier one has addressed and connected") {
  Sender sender(phases({{"thoughtful-engagement", 0}, {"referral", 1}}), strangers(30, {{0, 1}}));
  const DayPlan first = sender.plan_hours(0, 1);
  Answers answers;
  const std::uint32_t friendly = addressed(first, 0).front();
  answers.connected = {{friendly, 4}};
  sender.learn(0, answers);
  auto all = addressed(first, 0);
  const DayPlan second = sender.plan_hours(1, 24);
  for (const std::uint32_t person : addressed(second, 2)) all.push_back(person);
  CHECK(all.size() == 30);
  CHECK(different(all) == 30);
  CHECK(addressed(sender.plan_hours(14, 1), 5) == std::vector<std::uint32_t>{friendly});
}

TEST_CASE("The subscription runs while its phase does") {
  const Parameters p = default_parameters(ParameterSet::seed);
  Sender sender(phases({{"spam-blast", 0}, {"inmail", 10}, {"do-nothing", 20}}), strangers(10));
  CHECK(sender.strategy().inmails_a_month(9, p) == 0);
  CHECK(sender.strategy().inmails_a_month(10, p) == 50);
  CHECK(sender.strategy().inmails_a_month(20, p) == 0);
}
