#include <catch2/catch.hpp>
#include <set>

#include "mechanisms/relevance.hpp"
#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::uint8_t { note, follow_up };

Campaign thoughtful(const std::vector<std::pair<std::string, double>>& settings = {}) {
  return campaign("thoughtful-engagement", settings);
}

// Takes the people as connected that day, each by a note about topic 2.
void connect(Sender& sender, Day day, const std::vector<std::uint32_t>& people) {
  Answers answers;
  for (const std::uint32_t person : people) answers.connected.push_back({person, 2});
  sender.learn(day, answers);
}

std::vector<std::uint32_t> first_people(std::uint32_t count) {
  std::vector<std::uint32_t> people(count);
  for (std::uint32_t p = 0; p < count; ++p) people[p] = p;
  return people;
}

}  // namespace

TEST_CASE("In an hour ten notes are written, to ten different people") {
  Sender sender(thoughtful(), strangers(20'000));
  const DayPlan plan = sender.plan_hours(0, 1);
  CHECK(addressed(plan, note).size() == 10);
  CHECK(different(addressed(plan, note)) == 10);
  CHECK(addressed(plan, follow_up).empty());
  CHECK(plan.seconds_spent == 3600);
}

TEST_CASE("Nobody ever gets a second note, and in the end everybody has had one") {
  constexpr std::uint32_t people = 500;
  Sender sender(thoughtful(), strangers(people));
  std::vector<std::uint32_t> all;
  for (Day day = 0; day < 30; ++day) {
    const DayPlan plan = sender.plan_hours(day, 2);
    const auto today = addressed(plan, note);
    all.insert(all.end(), today.begin(), today.end());
  }
  CHECK(all.size() == people);
  CHECK(different(all) == people);
  CHECK(sender.plan_hours(30, 2).size() == 0);
}

TEST_CASE("A note that the quota or the day has no room for is written the next time") {
  Sender limited(thoughtful(), strangers(1000)), free(thoughtful(), strangers(1000));
  std::vector<std::uint32_t> in_pieces;
  for (const Plan::Limits& limits :
       {Plan::Limits{3600, 3, false}, {3600, 0, false}, {3600, 100, true}, {2520, 100, false}}) {
    const DayPlan plan = limited.plan(0, limits);
    const auto today = addressed(plan, note);
    in_pieces.insert(in_pieces.end(), today.begin(), today.end());
  }
  const DayPlan whole = free.plan_hours(0, 1);
  CHECK(in_pieces == addressed(whole, note));
}

TEST_CASE("A note is about what research finds to interest the person") {
  Sender sender(thoughtful(), strangers(5000));
  const DayPlan plan = sender.plan_hours(3, 24);
  int best = 0;
  for (const Encounter& e : plan.touches[note]) {
    const Traits& traits = sender.population().traits[e.target];
    CHECK(e.topic == researched_topic(traits, PersonId{e.target}, 3, sender.draws(), 0.9));
    best += traits.interest[e.topic] ==
            *std::max_element(traits.interest.begin(), traits.interest.end());
  }
  CHECK(plan.size() == 240);
  CHECK(best > 192);  // more than four in five; the tenth that fails is drawn
}

TEST_CASE("A connection hears again when the days are over, not before, and then again") {
  Sender sender(thoughtful(), strangers(1000));
  connect(sender, 0, {7});
  std::vector<Day> heard;
  for (Day day = 1; day < 60; ++day) {
    const DayPlan plan = sender.plan_hours(day, 1);
    if (!addressed(plan, follow_up).empty()) {
      heard.push_back(day);
      CHECK(addressed(plan, follow_up) == std::vector<std::uint32_t>{7});
      CHECK(plan.touches[follow_up].front().topic == 2);
    }
  }
  CHECK(heard == std::vector<Day>{14, 28, 42, 56});
}

TEST_CASE("Connections take at most their share of the hours, and notes get all the rest") {
  for (const auto& [share, follow_ups, notes] :
       {std::tuple{0.5, 15u, 5u}, {0.25, 7u, 7u}, {1.0, 30u, 0u}, {0.0, 0u, 10u}}) {
    Sender sender(thoughtful({{"follow_up_share", share}}), strangers(1000));
    connect(sender, 0, first_people(100));
    const DayPlan plan = sender.plan_hours(14, 1);
    INFO("share " << share);
    CHECK(addressed(plan, follow_up).size() == follow_ups);
    CHECK(addressed(plan, note).size() == notes);
    CHECK(different(addressed(plan, follow_up)) == follow_ups);
  }
}

TEST_CASE("Connections for whom the day had no room are first on the next") {
  Sender sender(thoughtful(), strangers(1000));
  connect(sender, 0, first_people(40));
  std::vector<std::uint32_t> heard;
  for (Day day = 14; day < 17; ++day) {
    const DayPlan plan = sender.plan_hours(day, 1);
    const auto today = addressed(plan, follow_up);
    heard.insert(heard.end(), today.begin(), today.end());
  }
  CHECK(heard == first_people(40));
}

TEST_CASE("Lost connections are not written to again") {
  Sender sender(thoughtful(), strangers(1000));
  connect(sender, 0, {1, 2, 3});
  Answers answers;
  answers.lost = {2};
  sender.learn(5, answers);
  for (const Day day : {14, 28}) {
    const DayPlan plan = sender.plan_hours(day, 1);
    CHECK(addressed(plan, follow_up) == std::vector<std::uint32_t>{1, 3});
  }
}

TEST_CASE("A restricted sender writes no notes but stays in touch") {
  Sender sender(thoughtful(), strangers(1000));
  connect(sender, 0, {1, 2});
  const DayPlan plan = sender.plan(14, {3600, 100, true});
  CHECK(addressed(plan, note).empty());
  CHECK(addressed(plan, follow_up).size() == 2);
}

TEST_CASE("Notes do not sell; a follow-up sells only to those who are searching") {
  const Sender sender(thoughtful(), strangers(10));
  REQUIRE(sender.approaches().size() == 2);
  CHECK(sender.approaches()[note].channel == Channel::note);
  CHECK(sender.approaches()[note].pitch == 0.0f);
  CHECK(sender.approaches()[note].pitch_in_market == 0.0f);
  CHECK(sender.approaches()[follow_up].channel == Channel::follow_up);
  CHECK(sender.approaches()[follow_up].pitch == 0.0f);
  CHECK(sender.approaches()[follow_up].pitch_in_market == 1.0f);
}
