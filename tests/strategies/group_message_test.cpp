#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::uint8_t { invitation, message };

void connect(Sender& sender, Day day, std::uint32_t first, std::uint32_t count) {
  Answers answers;
  for (std::uint32_t p = first; p < first + count; ++p) answers.connected.push_back({p, 0});
  sender.learn(day, answers);
}

}  // namespace

TEST_CASE("Connections are won by blank invitations, and hear nothing before the days are over") {
  Sender sender(campaign("group-message"), strangers(20'000));
  connect(sender, 0, 0, 10);
  for (const Day day : {0, 13}) {
    const DayPlan plan = sender.plan_hours(day, 1);
    CHECK(addressed(plan, invitation).size() == 200);
    CHECK(addressed(plan, message).empty());
  }
  CHECK(sender.approaches()[invitation].channel == Channel::blank_invitation);
}

TEST_CASE("One message reaches many for the work of writing it and a moment for each") {
  Sender sender(campaign("group-message", {{"group_size", 50}}), strangers(100));
  sender.plan_hours(0, 1);  // everybody is invited
  connect(sender, 0, 0, 50);
  const DayPlan plan = sender.plan_hours(14, 8);
  CHECK(addressed(plan, message).size() == 50);
  CHECK(different(addressed(plan, message)) == 50);
  CHECK(plan.seconds_spent == 600 + 50);
}

TEST_CASE("More connections than one message holds take another message") {
  Sender sender(campaign("group-message", {{"group_size", 20}}), strangers(100));
  sender.plan_hours(0, 1);
  connect(sender, 0, 0, 50);
  const DayPlan plan = sender.plan_hours(14, 8);
  CHECK(different(addressed(plan, message)) == 50);
  CHECK(plan.seconds_spent == 3 * 600 + 50);
  CHECK(sender.plan_hours(15, 8).size() == 0);
  CHECK(addressed(sender.plan_hours(28, 8), message).size() == 50);
}

TEST_CASE("A message that a day leaves unfinished is finished on the next") {
  Sender sender(campaign("group-message"), strangers(100));
  sender.plan_hours(0, 1);
  connect(sender, 0, 0, 30);
  CHECK(sender.plan(14, {400, 1e18, false}).size() == 0);
  const DayPlan second = sender.plan(15, {210, 1e18, false});
  CHECK(addressed(second, message).size() == 10);
  const DayPlan third = sender.plan(16, {400, 1e18, false});
  CHECK(addressed(third, message).size() == 20);
}

TEST_CASE("Lost connections stand on no message") {
  Sender sender(campaign("group-message"), strangers(100));
  sender.plan_hours(0, 1);
  connect(sender, 0, 0, 3);
  Answers answers;
  answers.lost = {1};
  sender.learn(5, answers);
  const DayPlan plan = sender.plan_hours(14, 8);
  CHECK(addressed(plan, message) == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("A message that exposes names sells, breaks confidence, and intrudes like a pitch") {
  const Sender sender(campaign("group-message"), strangers(10));
  const Approach& way = sender.approaches()[message];
  CHECK(way.pitch == 1.0f);
  CHECK(way.breach > 0.0f);
  const auto connected = static_cast<std::size_t>(Stage::connected);
  CHECK(row_of(way.channel).intrusiveness[connected] >
        row_of(Channel::message).intrusiveness[connected]);
}
