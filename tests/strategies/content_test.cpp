#include <catch2/catch.hpp>

#include "tests/strategies/sender.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum : std::uint8_t { curated, original, promotion, word, follow_up };

// Posts of a kind that are published in so many days.
std::vector<std::size_t> kinds(Sender& sender, Day days, double hours) {
  std::vector<std::size_t> counts(3);
  for (Day day = 0; day < days; ++day) {
    const DayPlan plan = sender.plan_hours(day, hours);
    for (const std::uint8_t kind : {curated, original, promotion}) {
      counts[kind] += plan.touches[kind].size();
      for (const Encounter& post : plan.touches[kind]) CHECK(post.target == the_feed);
    }
  }
  return counts;
}

Answers responding(std::vector<Answers::Response> people) {
  Answers answers;
  answers.responded = std::move(people);
  return answers;
}

}  // namespace

TEST_CASE("Posts are of the kinds that the shares say, evenly spread") {
  Sender sender(campaign("content", {{"self_promotion_share", 0.2}, {"original_share", 0.25}}),
                strangers(100));
  CHECK(kinds(sender, 5, 8) == std::vector<std::size_t>{3, 1, 1});
  CHECK(kinds(sender, 95, 8) == std::vector<std::size_t>{57, 19, 19});
}

TEST_CASE("Who only praises itself publishes nothing else, who never does nothing of the kind") {
  Sender vain(campaign("content", {{"self_promotion_share", 1}}), strangers(100));
  CHECK(kinds(vain, 10, 8) == std::vector<std::size_t>{0, 0, 10});
  Sender modest(campaign("content", {{"self_promotion_share", 0}}), strangers(100));
  CHECK(kinds(modest, 10, 8)[promotion] == 0);
}

TEST_CASE("A post takes its work, over several days where a day is too short") {
  Sender sender(campaign("content", {{"self_promotion_share", 0}, {"original_share", 1}}),
                strangers(100));
  for (const Day day : {0, 1}) {
    const DayPlan plan = sender.plan_hours(day, 0.5);
    CHECK(plan.posts_published == 0);
    CHECK(plan.seconds_spent == 1800);
  }
  CHECK(sender.plan_hours(2, 0.5).posts_published == 1);  // an hour and a half
}

TEST_CASE("As many posts a day as wanted, also less than one") {
  Sender daily(campaign("content", {{"posts_per_day", 3}}), strangers(100));
  CHECK(daily.plan_hours(0, 24).posts_published == 3);
  for (const auto& [a_day, in_all] :
       {std::pair{0.1, 10u}, {0.25, 25u}, {0.3, 30u}, {0.7, 70u}, {1.5, 150u}, {2.4, 240u}}) {
    Sender sender(campaign("content", {{"posts_per_day", a_day}}), strangers(100));
    std::uint32_t posts = 0;
    for (Day day = 0; day < 100; ++day) posts += sender.plan_hours(day, 24).posts_published;
    INFO(a_day << " posts a day");
    CHECK(posts == in_all);
  }
}

TEST_CASE("Posts that were left undone are caught up with, but only a day's worth of them") {
  Sender sender(campaign("content", {{"posts_per_day", 2}, {"self_promotion_share", 1}}),
                strangers(100));
  for (Day day = 0; day < 9; ++day) CHECK(sender.plan_hours(day, 0).posts_published == 0);
  CHECK(sender.plan_hours(9, 24).posts_published == 4);
  CHECK(sender.plan_hours(10, 24).posts_published == 2);
}

TEST_CASE("Posts are no messages, and cost no money") {
  Sender sender(campaign("content"), strangers(100));
  const DayPlan plan = sender.plan_hours(0, 8);
  CHECK(plan.posts_published == 1);
  CHECK(plan.messages_sent == 0);
  CHECK(plan.money_spent == 0);
}

TEST_CASE("Whoever responds is written to once, about what the post was about") {
  Sender sender(campaign("content"), strangers(100));
  sender.plan_hours(0, 8);
  sender.learn(0, responding({{7, 3}, {9, 0}}));
  const DayPlan plan = sender.plan_hours(1, 8);
  CHECK(addressed(plan, word) == std::vector<std::uint32_t>{7, 9});
  CHECK(plan.touches[word][0].topic == 3);
  sender.learn(1, responding({{7, 3}}));
  CHECK(addressed(sender.plan_hours(2, 8), word).empty());
}

TEST_CASE("Curated posts are quicker and give less than a sender's own; promotion gives least") {
  const Sender sender(campaign("content"), strangers(10));
  const auto& ways = sender.approaches();
  CHECK(ways[curated].value < ways[original].value);
  CHECK(ways[promotion].value < ways[curated].value);
  CHECK(ways[curated].credit < ways[original].credit);
  CHECK(ways[promotion].pitch == 1.0f);
  CHECK(ways[curated].pitch == 0.0f);
  CHECK(row_of(ways[promotion].channel).intrusiveness[0] >
        row_of(ways[curated].channel).intrusiveness[0]);
}
