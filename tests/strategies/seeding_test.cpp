#include <catch2/catch.hpp>
#include <set>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum Target { random_people, hubs, named };

Campaign seeding(double seeds, Target target, std::vector<std::uint32_t> ids = {}) {
  Campaign result = campaign("seeding", {{"seeds", seeds}, {"target", target}});
  result.ids = std::move(ids);
  return result;
}

// Person p of 0..9 has 9 - p ties into the crowd 10..29; 3 and 4 have one more, so 3 and 2, and 4
// and 3, come in this order: 0 (9), 1 (8), 2 (7), 3 (7), 4 (6), 5 (4)...
Network hierarchy() {
  std::vector<Tie> ties;
  for (std::uint32_t p = 0; p < 10; ++p) {
    const std::uint32_t count = 9 - p + (p == 3 || p == 4 ? 1 : 0);
    for (std::uint32_t k = 0; k < count; ++k) ties.emplace_back(p, 10 + (2 * p + k) % 20);
  }
  return strangers(30, ties);
}

}  // namespace

TEST_CASE("Seeds are given one experience each, on the first day only, at no cost of time") {
  Sender sender(seeding(5, random_people), strangers(1000));
  const DayPlan first = sender.plan_hours(0, 0);
  CHECK(addressed(first).size() == 5);
  CHECK(different(addressed(first)) == 5);
  CHECK(first.seconds_spent == 0);
  CHECK(sender.plan_hours(1, 8).size() == 0);
  CHECK(sender.strategy().finished(0));
}

TEST_CASE("The experience is a good one that meets everybody's interest and needs no attention") {
  Sender sender(seeding(1, random_people), strangers(10));
  REQUIRE(sender.approaches().size() == 1);
  CHECK(sender.approaches()[0].channel == Channel::experience);
  CHECK(sender.approaches()[0].value == 1.0f);
  CHECK(sender.approaches()[0].pitch == 0.0f);
  CHECK(sender.plan_hours(0, 1).touches[0].front().topic == any_topic);
}

TEST_CASE("Anybody may be a random seed") {
  std::set<std::uint32_t> seen;
  for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
    Sender sender(seeding(2, random_people), strangers(10), replicate);
    const DayPlan plan = sender.plan_hours(0, 1);
    for (const std::uint32_t person : addressed(plan)) seen.insert(person);
  }
  CHECK(seen.size() == 10);
}

TEST_CASE("Hubs are the best connected, the lower number first among equals") {
  Sender sender(seeding(5, hubs), hierarchy());
  const DayPlan plan = sender.plan_hours(0, 1);
  CHECK(addressed(plan) == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
}

TEST_CASE("Named seeds are those whom the scenario names") {
  Sender sender(seeding(1, named, {8, 3, 21}), strangers(30));
  const DayPlan plan = sender.plan_hours(0, 1);
  CHECK(addressed(plan) == std::vector<std::uint32_t>{8, 3, 21});
}

TEST_CASE("More seeds than people are all people, no seeds are nobody") {
  for (const Target target : {random_people, hubs}) {
    Sender all(seeding(1e9, target), strangers(30));
    const DayPlan plan = all.plan_hours(0, 1);
    CHECK(different(addressed(plan)) == 30);
    CHECK(addressed(plan).size() == 30);
    Sender none(seeding(0, target), strangers(30));
    CHECK(none.plan_hours(0, 1).size() == 0);
  }
}
