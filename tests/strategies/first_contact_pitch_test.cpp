#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("The first contact of a pitch sells; otherwise it is the note of an engaged sender") {
  Sender pitching(campaign("first-contact-pitch"), strangers(2'000));
  Sender engaged(campaign("thoughtful-engagement"), strangers(2'000));
  REQUIRE(pitching.approaches().size() == 2);
  const Approach& pitch = pitching.approaches()[0];
  const Approach& note = engaged.approaches()[0];
  CHECK(pitch.channel == Channel::sales_note);
  CHECK(pitch.pitch == 1.0f);
  CHECK(pitch.pitch_in_market == 1.0f);
  CHECK(pitch.value == note.value);
  CHECK(pitch.seconds == note.seconds);
  for (Day day = 0; day < 3; ++day) {
    const DayPlan selling = pitching.plan_hours(day, 2), giving = engaged.plan_hours(day, 2);
    REQUIRE(selling.touches[0].size() == 20);
    for (std::size_t k = 0; k < 20; ++k) {
      CHECK(selling.touches[0][k].target == giving.touches[0][k].target);
      CHECK(selling.touches[0][k].topic == giving.touches[0][k].topic);
    }
  }
}

TEST_CASE("Who accepts in spite of the pitch hears from the sender afterwards") {
  Sender sender(campaign("first-contact-pitch"), strangers(100));
  Answers answers;
  answers.connected.push_back({7, 3});
  sender.learn(0, answers);
  CHECK(sender.plan_hours(13, 1).touches[1].empty());
  const DayPlan plan = sender.plan_hours(14, 1);
  REQUIRE(addressed(plan, 1) == std::vector<std::uint32_t>{7});
  CHECK(plan.touches[1].front().topic == 3);
}

TEST_CASE("How much of the note sells is a setting") {
  const Sender half(campaign("first-contact-pitch", {{"pitch", 0.5}}), strangers(10));
  CHECK(half.approaches()[0].pitch == 0.5f);
}
