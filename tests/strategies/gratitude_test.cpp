#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Answers praise(std::vector<std::uint32_t> people) {
  Answers answers;
  answers.praised = std::move(people);
  return answers;
}

}  // namespace

TEST_CASE("Nobody is thanked for nothing") {
  Sender sender(campaign("gratitude"), strangers(100));
  CHECK(sender.plan_hours(0, 8).size() == 0);
  sender.learn(0, Answers{});
  CHECK(sender.plan_hours(1, 8).size() == 0);
}

TEST_CASE("Whoever answered, commented, bought or praised is thanked the next day") {
  Sender sender(campaign("gratitude"), strangers(100));
  Answers answers;
  answers.replied = {{3, 0}};
  answers.responded = {{8, 2}};
  answers.bought = {4};
  answers.praised = {5};
  answers.connected = {{6, 0}};
  answers.declined = {7};
  sender.learn(0, answers);
  CHECK(addressed(sender.plan_hours(1, 8)) == std::vector<std::uint32_t>{3, 8, 4, 5});
  CHECK(sender.plan_hours(2, 8).size() == 0);
}

TEST_CASE("Whoever answered, bought and praised on one day is thanked once") {
  Sender sender(campaign("gratitude", {{"fan_days", 1}}), strangers(100));
  Answers answers = praise({5});
  answers.replied = {{5, 0}};
  answers.bought = {5};
  sender.learn(0, answers);
  CHECK(addressed(sender.plan_hours(1, 8)) == std::vector<std::uint32_t>{5});
  sender.learn(1, answers);  // thanks to a fan are due on the same day
  CHECK(addressed(sender.plan_hours(2, 8)) == std::vector<std::uint32_t>{5});
}

TEST_CASE("A fan who was lost and came back is a fan again") {
  Sender sender(campaign("gratitude", {{"fan_days", 10}}), strangers(100));
  sender.learn(0, praise({5}));
  CHECK(sender.plan_hours(1, 8).size() == 1);
  Answers lost;
  lost.lost = {5};
  sender.learn(1, lost);
  CHECK(sender.plan_hours(11, 8).size() == 0);
  Answers back = praise({5});
  back.connected = {{5, 0}};
  sender.learn(20, back);
  std::vector<Day> days;
  for (Day day = 21; day < 50; ++day) {
    if (sender.plan_hours(day, 8).size() > 0) days.push_back(day);
  }
  CHECK(days == std::vector<Day>{21, 31, 41});
}

TEST_CASE("Fans are thanked again and again, who only answered or commented is not") {
  Sender sender(campaign("gratitude", {{"fan_days", 10}}), strangers(100));
  Answers answers = praise({5});
  answers.replied = {{3, 0}};
  answers.responded = {{4, 0}};
  sender.learn(0, answers);
  std::vector<Day> of_fan, of_other;
  for (Day day = 1; day < 40; ++day) {
    for (const std::uint32_t person : addressed(sender.plan_hours(day, 8))) {
      (person == 5 ? of_fan : of_other).push_back(day);
    }
  }
  CHECK(of_fan == std::vector<Day>{1, 11, 21, 31});
  CHECK(of_other == std::vector<Day>{1, 1});
}

TEST_CASE("Thanks that the day has no time for are owed to the next, in order") {
  Sender sender(campaign("gratitude", {{"thanks_seconds", 1800}}), strangers(100));
  sender.learn(0, praise({9, 8, 7}));
  CHECK(addressed(sender.plan_hours(1, 1)) == std::vector<std::uint32_t>{9, 8});
  CHECK(addressed(sender.plan_hours(2, 1)) == std::vector<std::uint32_t>{7});
}

TEST_CASE("Who broke off the connection is not thanked any more") {
  Sender sender(campaign("gratitude"), strangers(100));
  Answers answers = praise({5});
  answers.lost = {5};
  sender.learn(0, answers);
  CHECK(sender.plan_hours(1, 8).size() == 0);
}
