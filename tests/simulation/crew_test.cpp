// One world by many hands: whoever does the work, the result is the same.
#include <algorithm>
#include <catch2/catch.hpp>
#include <new>
#include <utility>

#include "measures/measures.hpp"
#include "tests/simulation/world.hpp"
#include "tests/worlds/crews.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

constexpr std::uint32_t people = 150'000;  // so many that they do not all lie near each other

// Days of 43,200 messages or invitations, and of 20,000 people whom the sender fails: many parts.
Scenario busy_days(Campaign sender) {
  sender.hours_per_day = 24;
  Scenario scenario = scenario_of(std::move(sender), 6, ParameterSet::benchmark);
  scenario.mechanisms_off = {"platform"};  // which would keep most of it back
  scenario.parameters.complaint.failures_per_day = 20'000;
  return scenario;
}

Campaign blast_by(double channel) {
  return campaign("spam-blast", {{"message_seconds", 2}, {"channel", channel}});
}

RunResult run_by(const World& world, const Crew* crew) {
  WorldMemory memory;
  return run_world(world.inputs(), memory, crew);
}

void check_crews(const World& world, const RunResult& alone) {
  for (const Crew* crew : {&backwards, &three_threads}) {
    const RunResult by_crew = run_by(world, crew);
    CHECK(by_crew.digest == alone.digest);
    CHECK(by_crew.encounters == alone.encounters);
  }
}

}  // namespace

TEST_CASE("A world of messages is the same by one thread, by three, and with the last part first") {
  const World world(acquaintances(people, 8), busy_days(blast_by(0)));
  const RunResult alone = run_by(world, nullptr);
  for (const Measure happens : {Measure::sales, Measure::reported, Measure::complaints_voiced,
                                Measure::word_of_mouth_reach, Measure::replies}) {
    INFO(measure_table[static_cast<std::size_t>(happens)].name);
    REQUIRE(value_of(alone.final, happens) > 0);
  }
  REQUIRE(value_of(alone.final, Measure::messages_sent) > 200'000);
  check_crews(world, alone);
}

TEST_CASE("A world of invitations is the same by one thread, by three, with the last part first") {
  const World world(acquaintances(people, 8), busy_days(blast_by(1)));
  const RunResult alone = run_by(world, nullptr);
  REQUIRE(value_of(alone.final, Measure::connections) > 10'000);
  REQUIRE(value_of(alone.final, Measure::declined) > 10'000);
  check_crews(world, alone);
}

TEST_CASE(
    "Answers to complaints and adverts are the same by one thread, by three, last part first") {
  const auto answers = campaign("complaint-handling", {{"answer_seconds", 4}, {"notice_days", 0}});
  const auto adverts = campaign("disclosed-advertising", {{"money_per_day", 1'500}});
  for (const auto& [sender, happens] :
       {std::pair{answers, Measure::complaints_resolved}, {adverts, Measure::impressions}}) {
    Scenario scenario = busy_days(sender);
    scenario.parameters.complaint.voiced = 1;
    const World world(acquaintances(people, 8), std::move(scenario));
    const RunResult alone = run_by(world, nullptr);
    INFO(sender.strategy);
    REQUIRE(value_of(alone.final, happens) > 10'000);
    check_crews(world, alone);
  }
}

TEST_CASE(
    "A day of more parts than are met together is the same, and so is one of repeated messages") {
  for (const auto& [seconds, sampling] : {std::pair{0.3, 0.0}, {2.0, 1.0}}) {
    Scenario scenario =
        busy_days(campaign("spam-blast", {{"message_seconds", seconds}, {"sampling", sampling}}));
    scenario.horizon_days = 2;
    const World world(acquaintances(300'000, 4), std::move(scenario));
    const RunResult alone = run_by(world, nullptr);
    REQUIRE(value_of(alone.final, Measure::messages_sent) > 80'000);
    check_crews(world, alone);
  }
}

TEST_CASE("A run that broke off leaves nothing behind for the next one in the same memory") {
  const World world(acquaintances(people, 8), busy_days(blast_by(0)));
  const Crew out_of_memory = [](std::size_t parts, const PartWork& work) {
    for (std::size_t part = 0; part + 1 < parts; ++part) work(part);
    throw std::bad_alloc();
  };
  WorldMemory memory;
  CHECK_THROWS_AS(run_world(world.inputs(), memory, &out_of_memory), std::bad_alloc);
  CHECK(run_world(world.inputs(), memory).digest == run_by(world, nullptr).digest);
}

TEST_CASE("Among rivals a world is the same by one thread, by three, with the last part first") {
  Scenario scenario = busy_days(blast_by(0));
  scenario.campaigns[0].rivals = {blast_by(1)};
  scenario.campaigns[0].rivals[0].hours_per_day = 24;
  const World world(acquaintances(people, 8), std::move(scenario));
  check_crews(world, run_by(world, nullptr));
}

TEST_CASE("What a strategy hears of a day stands in the order of encounters, whoever met them") {
  for (const double channel : {0.0, 1.0}) {
    const World world(acquaintances(people, 8), busy_days(blast_by(channel)));
    Days alone(world), last_first(world, &backwards);
    for (int day = 0; day < 4; ++day) {
      alone.next();
      last_first.next();
      const auto same = [](const Answers::Response& a, const Answers::Response& b) {
        return a.person == b.person && a.topic == b.topic;
      };
      const Answers &expected = alone.state().answers, &found = last_first.state().answers;
      CHECK(std::ranges::equal(found.replied, expected.replied, same));
      CHECK(std::ranges::equal(found.connected, expected.connected, same));
      CHECK(found.declined == expected.declined);
      CHECK(found.bought == expected.bought);
      CHECK(found.turned_away == expected.turned_away);
      CHECK(found.praised == expected.praised);
      CHECK(std::ranges::equal(last_first.relations().touched(), alone.relations().touched()));
      REQUIRE(expected.turned_away.size() > 100);
    }
  }
}
