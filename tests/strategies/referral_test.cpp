#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::uint8_t { note, introduction, regret, follow_up };

// Person 0 knows 1 to 5; everybody else knows nobody.
Network circle_of_zero(std::uint32_t people = 200) {
  return strangers(people, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}});
}

Campaign referral(std::vector<std::pair<std::string, double>> settings = {}) {
  settings.emplace_back("consent", 1);
  return campaign("referral", settings);
}

void connect(Sender& sender, Day day, std::uint32_t person) {
  Answers answers;
  answers.connected.push_back({person, 2});
  sender.learn(day, answers);
}

}  // namespace

TEST_CASE("Without connections a sender by referral writes notes to strangers") {
  Sender sender(referral(), strangers(2'000));
  const DayPlan plan = sender.plan_hours(0, 1);
  CHECK(different(addressed(plan, note)) == 10);
  CHECK(addressed(plan, introduction).empty());
}

TEST_CASE("A connection introduces the sender to some of its neighbours, each of them once") {
  Sender sender(referral(), circle_of_zero());
  connect(sender, 0, 0);
  const DayPlan plan = sender.plan_hours(1, 8);
  const auto introduced = addressed(plan, introduction);
  CHECK(introduced.size() == 3);
  CHECK(different(introduced) == 3);
  for (const std::uint32_t person : introduced) CHECK((person >= 1 && person <= 5));
  CHECK(sender.plan_hours(2, 8).touches[introduction].empty());
}

TEST_CASE("Nobody is both introduced and written to as a stranger") {
  Sender sender(referral({{"introductions", 5}}), circle_of_zero(40));
  connect(sender, 0, 0);
  const DayPlan plan = sender.plan_hours(1, 24);
  auto all = addressed(plan, note);
  const auto introduced = addressed(plan, introduction);
  CHECK(introduced.size() == 5);
  all.insert(all.end(), introduced.begin(), introduced.end());
  CHECK(all.size() == 39);  // everybody but the connection
  CHECK(different(all) == 39);
}

TEST_CASE("Asking takes time, and what the day has no room for goes on the next") {
  Sender sender(referral({{"ask_seconds", 300}, {"introduction_seconds", 400}}), circle_of_zero());
  connect(sender, 0, 0);
  std::vector<std::size_t> by_day;
  for (Day day = 1; day < 6; ++day) {
    by_day.push_back(sender.plan(day, {600, 1e18, false}).touches[introduction].size());
  }
  CHECK(by_day == std::vector<std::size_t>{0, 1, 1, 1, 0});
}

TEST_CASE("A connection agrees with its chance, and is asked once") {
  int agreed = 0;
  for (std::uint32_t replicate = 0; replicate < 400; ++replicate) {
    Sender sender(campaign("referral", {{"consent", 0.3}}), circle_of_zero(), replicate);
    connect(sender, 0, 0);
    const bool today = !sender.plan_hours(1, 8).touches[introduction].empty();
    agreed += today;
    CHECK(sender.plan_hours(2, 8).touches[introduction].empty());
  }
  CHECK(agreed > 90);  // 120 and four standard deviations
  CHECK(agreed < 157);
}

TEST_CASE("A connection that was lost is not asked") {
  Sender sender(referral(), circle_of_zero());
  connect(sender, 0, 0);
  Answers answers;
  answers.lost = {0};
  sender.learn(0, answers);
  CHECK(sender.plan_hours(1, 8).touches[introduction].empty());
}

TEST_CASE("Who introduced the sender answers for it when the other says no or turns away") {
  for (const bool declines : {true, false}) {
    Sender sender(referral(), circle_of_zero());
    connect(sender, 0, 0);
    const DayPlan introductions = sender.plan_hours(1, 8);
    const auto introduced = addressed(introductions, introduction);
    REQUIRE(introduced.size() == 3);
    Answers answers;
    (declines ? answers.declined : answers.turned_away) = {introduced[1], 150};
    sender.learn(1, answers);
    const DayPlan next = sender.plan_hours(2, 0);
    CHECK(addressed(next, regret) == std::vector<std::uint32_t>{0});
    CHECK(next.seconds_spent == 0);
    CHECK(next.messages_sent == 0);
    CHECK(sender.plan_hours(3, 8).touches[regret].empty());
  }
}

TEST_CASE("The referrer's risk is a breach of confidence that needs no message") {
  const Sender sender(referral({{"referrer_risk", 0.25}}), strangers(10));
  const Approach& way = sender.approaches()[regret];
  CHECK(way.channel == Channel::experience);
  CHECK(way.breach == 0.25f);
  CHECK(way.value == 0.0f);
  CHECK(sender.approaches()[introduction].channel == Channel::introduction);
  CHECK(sender.approaches()[introduction].pitch == 0.0f);
}
