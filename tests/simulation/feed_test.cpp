// The feed of a world: whom posts reach, and what follows from their response.
#include "simulation/feed.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "tests/simulation/world.hpp"
#include "tests/worlds/confidence.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

// One post a day, nothing else; nobody outside the audience sees it.
Scenario one_post_a_day(Day days) {
  Campaign content = campaign(
      "content", {{"original_share", 0}, {"self_promotion_share", 0}, {"follow_up_share", 0}});
  content.hours_per_day = 24;
  Scenario scenario = scenario_of(content, days);
  scenario.parameters.feed.strangers = 0;
  scenario.parameters.feed.amplification = 0;
  scenario.parameters.feed.response_probability = 0;
  scenario.parameters.feed.half_life_days = 36'500;
  scenario.parameters.platform.invitations_per_week = 0;
  return scenario;
}

void follow(Days& days, std::uint32_t count) {
  for (std::uint32_t p = 0; p < count; ++p) {
    days.state().feed.join(p, days.relations()[p].marks);
    days.relations().touch(p).marks |= mark::follower;
  }
}

}  // namespace

TEST_CASE("A post is shown to each of the audience with the organic reach, and to nobody else") {
  Scenario scenario = one_post_a_day(50);
  scenario.parameters.feed.organic_reach = 0.2;
  const World world(strangers(4'000), scenario);
  Days days(world);
  follow(days, 1'000);
  double shown = 0;
  for (Day day = 0; day < 50; ++day) {
    days.next();
    shown += static_cast<double>(days.state().today.impressions);
  }
  const double expected = 50 * 1'000 * 0.2;
  CHECK(std::abs(shown - expected) < 3.3 * std::sqrt(expected * 0.8));
  for (std::uint32_t p = 1'000; p < 4'000; ++p) CHECK(days.relations()[p].marks == 0);
}

TEST_CASE("A post that gains response is shown to others on the next day, to nobody twice") {
  Scenario scenario = one_post_a_day(2);
  scenario.parameters.feed.organic_reach = 0.25;
  scenario.parameters.feed.amplification = 3;
  scenario.parameters.feed.response_probability = 1;
  const World world(strangers(2'000), scenario);
  Days days(world);
  follow(days, 2'000);
  days.next();
  const auto first = days.state().today.impressions;
  // The post of the second day is not published.
  days.state().strategy = std::make_unique<Strategy>();
  days.next();
  CHECK(first > 400);
  CHECK(first + days.state().today.impressions == 2'000);  // 0.25 + 3 x 0.25 of them, each once
}

TEST_CASE("Without response a post is gone on the next day") {
  Scenario scenario = one_post_a_day(2);
  scenario.parameters.feed.amplification = 3;
  const World world(strangers(2'000), scenario);
  Days days(world);
  follow(days, 2'000);
  days.next();
  days.state().strategy = std::make_unique<Strategy>();
  days.next();
  CHECK(days.state().today.impressions == 0);
}

TEST_CASE("Neighbours of those who respond see the post on the next day") {
  Scenario scenario = one_post_a_day(2);
  scenario.parameters.feed.organic_reach = 1;
  scenario.parameters.feed.response_probability = 1;
  scenario.mechanisms_off = {"relevance", "word-of-mouth"};
  std::vector<Tie> ties;
  for (std::uint32_t p = 0; p < 200; ++p) ties.emplace_back(p, 200 + p);
  const World world(strangers(400, ties), scenario);
  Days days(world);
  follow(days, 200);
  days.next();
  std::set<std::uint32_t> neighbours;
  for (const auto& responder : days.state().feed.today().responders) {
    neighbours.insert(200 + responder.person);
  }
  REQUIRE(neighbours.size() > 10);
  for (std::uint32_t p = 200; p < 400; ++p) CHECK((days.relations()[p].marks & mark::touched) == 0);
  days.next();
  for (std::uint32_t p = 200; p < 400; ++p) {
    const bool touched = (days.relations()[p].marks & mark::touched) != 0;
    CHECK(touched == neighbours.contains(p));
  }
}

TEST_CASE("Each post that a person responds to is shown to a neighbour or not by itself") {
  Scenario scenario = one_post_a_day(2);
  scenario.campaigns[0].settings = campaign("content", {{"posts_per_day", 2},
                                                        {"original_share", 0},
                                                        {"self_promotion_share", 0},
                                                        {"curated_value", 1},
                                                        {"follow_up_share", 0}})
                                       .settings;
  scenario.parameters.feed.organic_reach = 0.3;
  scenario.parameters.feed.response_probability = 1;
  scenario.mechanisms_off = {"relevance", "word-of-mouth"};
  std::vector<Tie> ties;
  for (std::uint32_t p = 0; p < 20'000; ++p) ties.emplace_back(p, 20'000 + p);
  const World world(strangers(40'000, ties), scenario);
  Days days(world);
  follow(days, 20'000);
  days.next();
  std::map<std::uint32_t, std::uint32_t> responses;
  for (const auto& responder : days.state().feed.today().responders) {
    ++responses[responder.person];
  }
  days.state().strategy = std::make_unique<Strategy>();
  days.next();
  std::array<double, 3> seen{};  // neighbours of those who responded twice, by posts shown to them
  for (const auto& [person, times] : responses) {
    if (times == 2) ++seen[days.relations()[20'000 + person].annoyance.byte()];
  }
  const double all = seen[0] + seen[1] + seen[2];
  REQUIRE(all > 200);
  check_inside(seen[1] / all, interval_of_share(2 * 0.3 * 0.7, all));
  check_inside(seen[2] / all, interval_of_share(0.3 * 0.3, all));
}

TEST_CASE("Some strangers come upon a post, fewer where feeds are cluttered") {
  std::vector<double> shown;
  for (const double clutter : {1.0, 4.0}) {
    Scenario scenario = one_post_a_day(100);
    scenario.parameters.feed.strangers = 40;
    scenario.parameters.feed.follow_probability = 0;
    scenario.parameters.feed.clutter = clutter;
    shown.push_back(final_of(World(strangers(5'000), scenario).run(), Measure::impressions));
  }
  CHECK(shown[0] == Approx(4'000).epsilon(0.01));
  CHECK(std::abs(shown[1] - 1'000) < 3.3 * std::sqrt(4'000 * 0.25 * 0.75));
}

TEST_CASE("Who begins to follow sees posts from the next day on") {
  Scenario scenario = one_post_a_day(2);
  scenario.parameters.feed.organic_reach = 1;
  scenario.parameters.feed.strangers = 200;
  scenario.parameters.feed.follow_probability = 1;
  const World world(strangers(100'000), scenario);
  Days days(world);
  days.next();
  const auto followers = days.state().today.followed;
  REQUIRE(followers > 10);
  CHECK(days.state().today.impressions == 200);  // strangers alone
  days.state().rules.parameters.feed.strangers = 0;
  days.next();
  CHECK(days.state().today.impressions == followers);
}

TEST_CASE("Followers are those who carry the mark; who mutes the sender is none any longer") {
  Scenario scenario = one_post_a_day(60);
  scenario.parameters.feed.strangers = 200;
  scenario.parameters.feed.follow_probability = 0.5;
  scenario.parameters.annoyance.step = 1;
  scenario.parameters.exit.threshold = 0.3;
  const World world(strangers(1'000), scenario);
  Days days(world);
  std::int64_t followers = 0;
  for (Day day = 0; day < 60; ++day) {
    days.next();
    followers += days.state().today.followed - days.state().today.unfollowed;
  }
  std::set<std::uint32_t> marked;
  for (std::uint32_t p = 0; p < 1'000; ++p) {
    const std::uint32_t marks = days.relations()[p].marks;
    if (marks & mark::follower) {
      marked.insert(p);
      CHECK((marks & mark::shut_out) == 0);
    }
  }
  const auto audience = days.state().feed.audience();
  CHECK(followers > 50);
  CHECK(static_cast<std::int64_t>(marked.size()) == followers);
  CHECK(std::set<std::uint32_t>(audience.begin(), audience.end()) == marked);
  CHECK(audience.size() == marked.size());
}

TEST_CASE("Connections see posts like followers, and each person stands in the audience once") {
  Scenario scenario = one_post_a_day(120);
  scenario.campaigns = {campaign("content")};
  scenario.campaigns[0].hours_per_day = 2;
  scenario.parameters.feed.strangers = 100;
  scenario.parameters.feed.response_probability = 0.5;
  scenario.parameters.feed.follow_probability = 0.5;
  scenario.parameters.platform.invitations_per_week = 1e9;
  const World world(acquaintances(1'000, 8), scenario);
  Days days(world);
  for (Day day = 0; day < 120; ++day) days.next();
  std::set<std::uint32_t> expected;
  std::uint32_t both = 0, connected = 0;
  for (std::uint32_t p = 0; p < 1'000; ++p) {
    const std::uint32_t marks = days.relations()[p].marks;
    connected += (marks & mark::connected) != 0;
    both += (marks & mark::connected) && (marks & mark::follower);
    if ((marks & (mark::connected | mark::follower)) && !(marks & mark::shut_out))
      expected.insert(p);
  }
  CHECK(both > 20);
  CHECK(connected > both);
  const auto audience = days.state().feed.audience();
  CHECK(audience.size() == expected.size());
  CHECK(std::set<std::uint32_t>(audience.begin(), audience.end()) == expected);
}

TEST_CASE("False accounts follow, are removed one by one, and see to it that fewer see posts") {
  const auto run = [](double accounts) {
    Campaign both;
    both.name = both.strategy = "mixed";
    both.hours_per_day = 2;
    both.parts = {campaign("content"), campaign("bought-audience", {{"accounts", accounts}})};
    both.parts[0].share = 1;
    Scenario scenario = scenario_of(both, 180);
    scenario.parameters.feed.purge_per_week = 0.1;
    return World(acquaintances(3'000, 8), scenario).run();
  };
  const RunResult honest = run(0), bought = run(5'000);
  CHECK(final_of(honest, Measure::false_followers) == 0);
  const double left = final_of(bought, Measure::false_followers);
  // Bought within ten days; the 170 to 180 left are about 25 weeks.
  const double expected = 5'000 * std::pow(0.9, 175.0 / 7);
  CHECK(std::abs(left - expected) < 4 * std::sqrt(expected));
  CHECK(final_of(bought, Measure::followers) > left);
  CHECK(final_of(bought, Measure::media_cost) == Approx(100));
  CHECK(final_of(honest, Measure::media_cost) == 0);
  CHECK(final_of(bought, Measure::hits) < 0.9 * final_of(honest, Measure::hits));
}

TEST_CASE("The platform goes on removing false accounts when the sender has long stopped") {
  Scenario scenario = scenario_of(campaign("bought-audience", {{"accounts", 500}}), 400);
  scenario.parameters.feed.purge_per_week = 0.5;
  CHECK(final_of(World(strangers(10), scenario).run(), Measure::followers) == 0);
}

TEST_CASE("A post costs those whom it might reach, not the people there are") {
  Scenario scenario = one_post_a_day(30);
  scenario.parameters.feed.strangers = 5;
  const RunResult small = World(strangers(1'000), scenario).run();
  const RunResult large = World(strangers(100'000), scenario).run();
  CHECK(small.encounters <= 150 + 30);
  CHECK(large.encounters <= 150 + 30);
}

TEST_CASE("Where the feed is off, posts reach nobody") {
  Scenario scenario = scenario_of(campaign("content"), 180);
  scenario.mechanisms_off = {"feed"};
  const RunResult result = World(acquaintances(500, 8), scenario).run();
  CHECK(final_of(result, Measure::posts) > 100);
  CHECK(final_of(result, Measure::impressions) == 0);
  CHECK(result.encounters == 0);
}

TEST_CASE("The reachable audience is who is connected or follows and has not turned away") {
  Campaign mix = campaign("mixed");
  for (const char* part : {"thoughtful-engagement", "group-message", "disguised-advertising"}) {
    mix.parts.push_back(campaign(part));
    mix.parts.back().share = 1.0 / 3;
  }
  mix.hours_per_day = 12;
  Scenario scenario = scenario_of(mix, 120);
  scenario.parameters.exit.threshold = 0.4;
  const World world(acquaintances(1'000, 8), scenario);
  Days days(world);
  std::int64_t shut_out = 0;
  for (Day day = 0; day < 120; ++day) {
    days.next();
    std::int64_t reachable = 0;
    shut_out = 0;
    for (std::uint32_t p = 0; p < days.relations().people(); ++p) {
      const std::uint32_t marks = days.relations()[p].marks;
      reachable += (marks & (mark::connected | mark::follower)) && !(marks & mark::shut_out);
      shut_out += (marks & mark::shut_out) != 0;
    }
    REQUIRE(days.state().feed.audience_size() == reachable);
  }
  CHECK(days.state().feed.audience_size() > 50);
  CHECK(shut_out > 50);
}
