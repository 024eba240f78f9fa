#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::uint8_t { note, other };

}  // namespace

TEST_CASE("The bait is a note like those of thoughtful engagement") {
  Sender trapper(campaign("bait-and-switch"), strangers(1'000));
  Sender honest(campaign("thoughtful-engagement"), strangers(1'000));
  CHECK(addressed(trapper.plan_hours(0, 2), note) == addressed(honest.plan_hours(0, 2)));
  CHECK(trapper.approaches()[note].value == honest.approaches()[note].value);
  CHECK(trapper.approaches()[note].deceit == 0.0f);
}

TEST_CASE("Whoever accepts gets a pitch on the next day, once") {
  Sender sender(campaign("bait-and-switch"), strangers(1'000));
  sender.plan_hours(0, 1);
  Answers answers;
  answers.connected = {{5, 0}, {6, 0}};
  sender.learn(0, answers);
  CHECK(addressed(sender.plan_hours(1, 1), other) == std::vector<std::uint32_t>{5, 6});
  CHECK(addressed(sender.plan_hours(2, 1), other).empty());
  CHECK(sender.approaches()[other].pitch == 1.0f);
  CHECK(sender.approaches()[other].deceit > 0.5f);
}
