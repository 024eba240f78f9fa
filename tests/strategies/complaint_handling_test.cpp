#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum Posture { ignore, reactive, proactive, defensive };

Sender sender_of(Posture posture, std::vector<std::pair<std::string, double>> settings = {}) {
  settings.emplace_back("posture", posture);
  return Sender(campaign("complaint-handling", settings), strangers(100));
}

}  // namespace

TEST_CASE("Who ignores complaints works not a minute and is finished") {
  Sender sender = sender_of(ignore);
  sender.open_complaints = {{7, 0}};
  const DayPlan plan = sender.plan_hours(9, 8);
  CHECK(plan.size() == 0);
  CHECK(plan.seconds_spent == 0);
  CHECK(sender.strategy().finished(0));
}

TEST_CASE("Who reacts answers days after the complaint, who handles ahead on the next day") {
  for (const auto& [posture, first_day] : {std::pair{reactive, 8}, {proactive, 6}}) {
    Sender sender = sender_of(posture, {{"notice_days", 2}});
    sender.open_complaints = {{7, 5}};
    for (Day day = 5; day < 10; ++day) {
      CHECK((sender.plan_hours(day, 8).size() == 1) == (day >= first_day));
    }
  }
}

TEST_CASE("Hours set how many are answered, the oldest complaints first") {
  Sender sender = sender_of(reactive, {{"answer_seconds", 1800}, {"notice_days", 0}});
  sender.open_complaints = {{1, 4}, {2, 3}, {3, 4}, {4, 1}, {5, 2}};
  CHECK(addressed(sender.plan_hours(9, 1.5)) == std::vector<std::uint32_t>{4, 5, 2});
  CHECK(sender.plan_hours(9, 0.4).size() == 0);
  CHECK(sender.plan_hours(9, 24).size() == 5);
}

TEST_CASE("Who handles ahead looks and listens before answering") {
  Sender sender = sender_of(proactive, {{"monitor_seconds", 3600}, {"listen_share", 0.5}});
  const DayPlan plan = sender.plan_hours(0, 5);
  CHECK(plan.size() == 0);
  CHECK(plan.seconds_spent == Approx(3 * 3600));
  CHECK(sender.memory().listening.left(0, 90) == Approx(2));
  CHECK(sender.memory().listening.left(90, 90) == Approx(1));
}

TEST_CASE("A defensive sender attacks instead, each complaint once, and promises nothing") {
  Sender sender = sender_of(defensive, {{"notice_days", 0}, {"promise_days", 3}});
  sender.open_complaints = {{1, 0, true}, {2, 0, false}};
  CHECK(addressed(sender.plan_hours(1, 8)) == std::vector<std::uint32_t>{2});
  CHECK(sender.approaches()[0].channel == Channel::rebuff);
  CHECK(sender.approaches()[0].breach == 1.0f);
  CHECK(sender.approaches()[0].value == 0.0f);
  CHECK(sender.memory().promised_days == 0);
}

TEST_CASE("A promise is made where it is meant to be kept") {
  for (const Posture posture : {reactive, proactive}) {
    Sender sender = sender_of(posture, {{"promise_days", 3}});
    sender.plan_hours(0, 1);
    CHECK(sender.memory().promised_days == 3);
    CHECK(sender.approaches()[0].channel == Channel::recovery);
  }
}
