#include <catch2/catch.hpp>
#include <tuple>

#include "strategies/insight.hpp"
#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::uint8_t { note, follow_up };

// Mean interest of the people written to in what they are written about.
double met_interest(const Sender& sender, const DayPlan& plan) {
  double sum = 0;
  for (const Encounter& e : plan.touches[note]) {
    sum += fraction(sender.population().traits[e.target].interest[e.topic]);
  }
  return sum / static_cast<double>(plan.touches[note].size());
}

}  // namespace

TEST_CASE("The share of the hours that goes into listening is missing for notes") {
  for (const auto& [share, notes] : {std::pair{0.0, 60u}, {0.25, 45u}, {0.5, 30u}, {1.0, 0u}}) {
    Sender sender(campaign("listen-first", {{"listen_share", share}}), strangers(2'000));
    const DayPlan plan = sender.plan_hours(0, 1);
    INFO("share " << share);
    CHECK(addressed(plan, note).size() == notes);
    CHECK(plan.seconds_spent == Approx(3600));
    CHECK(sender.memory().insight.sample(0, 0, 90) == Approx(60 * share));
  }
}

TEST_CASE("The share for connections is one of the time that listening leaves for writing") {
  for (const auto& [share, follow_ups, notes] :
       {std::tuple{0.0, 15u, 30u}, {0.25, 11u, 23u}, {0.5, 7u, 16u}}) {
    Sender sender(campaign("listen-first", {{"listen_share", share}, {"follow_up_share", 0.5}}),
                  strangers(2'000));
    Answers answers;
    for (std::uint32_t person = 0; person < 100; ++person) answers.connected.push_back({person, 0});
    sender.learn(0, answers);
    const DayPlan plan = sender.plan_hours(20, 1);
    INFO("share " << share);
    CHECK(addressed(plan, follow_up).size() == follow_ups);  // two minutes each
    CHECK(addressed(plan, note).size() == notes);
  }
}

TEST_CASE("Who has not listened writes about what it sells") {
  Sender sender(campaign("listen-first", {{"listen_share", 0}}), grouped(2'000, 4));
  const DayPlan plan = sender.plan_hours(0, 4);
  for (const Encounter& e : plan.touches[note]) CHECK(e.topic == 0);
}

TEST_CASE("Notes are about what was heard most in the person's community") {
  Sender sender(campaign("listen-first"), grouped(2'000, 4));
  sender.plan_hours(0, 8);
  const DayPlan plan = sender.plan_hours(1, 8);
  for (const Encounter& e : plan.touches[note]) {
    CHECK(e.topic == sender.memory().insight.best_topic(e.target % 4, 1, 90));
  }
}

TEST_CASE("A sender who has listened meets more interest than one who has not") {
  double listened = 0, blind = 0;
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
    Sender one(campaign("listen-first", {{"listen_share", 0.5}}), grouped(2'000, 4), replicate);
    Sender other(campaign("listen-first", {{"listen_share", 0}}), grouped(2'000, 4), replicate);
    one.plan_hours(0, 8);
    listened += met_interest(one, one.plan_hours(1, 8)) / 20;
    blind += met_interest(other, other.plan_hours(1, 8)) / 20;
  }
  CHECK(listened > blind + 0.1);
}

TEST_CASE("Who understands nothing never takes the best topic for the best") {
  Sender deaf(campaign("listen-first", {{"listen_accuracy", 0}, {"listen_share", 1}}),
              strangers(1));
  const auto& interest = deaf.population().traits[0].interest;
  const auto best = std::max_element(interest.begin(), interest.end()) - interest.begin();
  deaf.plan_hours(0, 24);
  CHECK(deaf.memory().insight.sample(0, 0, 90) == Approx(1440));
  CHECK(deaf.memory().insight.best_topic(0, 0, 90) != static_cast<std::uint8_t>(best));
}

TEST_CASE("Listening that a day leaves unfinished counts on the next") {
  Sender sender(campaign("listen-first", {{"listen_share", 1}, {"listen_seconds", 600}}),
                strangers(10));
  for (Day day = 0; day < 3; ++day) sender.plan(day, {250, 1e18, false});
  CHECK(sender.memory().insight.sample(0, 2, 1e6) == Approx(1));
}

TEST_CASE("What was heard fades with its half-life, and new hearing outweighs old") {
  Insight insight;
  CHECK(insight.sample(3, 0, 10) == 0.0f);
  CHECK_FALSE(insight.best_topic(3, 0, 10).has_value());
  for (int k = 0; k < 4; ++k) insight.hear(3, 5, 0, 10);
  CHECK(insight.sample(3, 0, 10) == Approx(4));
  CHECK(insight.sample(3, 10, 10) == Approx(2));
  CHECK(insight.best_topic(3, 30, 10) == std::uint8_t{5});  // half a person's worth
  CHECK_FALSE(insight.best_topic(3, 31, 10).has_value());
  CHECK(insight.sample(4, 0, 10) == 0.0f);
  insight.hear(3, 2, 30, 10);
  CHECK(insight.best_topic(3, 30, 10) == std::uint8_t{2});
  CHECK(insight.sample(3, 30, 10) == Approx(1.5));
}

TEST_CASE("Among topics heard equally often the lower number is taken") {
  Insight insight;
  insight.hear(0, 6, 1, 10);
  insight.hear(0, 4, 1, 10);
  CHECK(insight.best_topic(0, 1, 10) == std::uint8_t{4});
}
