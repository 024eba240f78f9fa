#include "simulation/day.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "core/failure.hpp"
#include "simulation/touch_log.hpp"
#include "tests/simulation/world.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

// A sender whom people come to hate, much talked about, in a market that often buys: every path
// through the day is taken.
Scenario busy(const Campaign& campaign, double prior = 0) {
  Scenario scenario = scenario_of(campaign, 120, ParameterSet::benchmark);
  Parameters& p = scenario.parameters;
  p.trust.prior = prior;
  p.trust.half_life_days = 20;
  p.exit.threshold = 0.5;
  p.acceptance.decline_share = 0.5;
  p.word_of_mouth.share_probability = 0.6;
  p.word_of_mouth.trust_step = 0.3;
  p.market.in_market_share = 0.2;
  p.market.window_days = 7;
  p.purchase.base_probability = 0.3;
  p.platform.reports_to_restrict = 10;
  p.trust.trusted_threshold = 0.25;
  return scenario;
}

Campaign blast(double with_replacement = 0, double invitations = 0) {
  Campaign result =
      campaign("spam-blast", {{"sampling", with_replacement}, {"channel", invitations}});
  result.hours_per_day = 1;
  return result;
}

Campaign thoughtful() {
  Campaign result = campaign("thoughtful-engagement", {{"note_seconds", 60}});
  result.hours_per_day = 2;
  return result;
}

/// What a look at every single relation comes to.
struct Census {
  double trust = 0, annoyance = 0;
  std::int64_t trusted = 0, aggravated = 0, unsure = 0;
  std::int64_t connected = 0, muted = 0, blocked = 0, reported = 0, burned = 0;
  std::int64_t touched = 0, reached = 0, advocates = 0, detractors = 0;
};

Census census(Days& days, Day today) {
  const WorldState& world = days.state();
  const Parameters& p = world.rules.parameters;
  Census all;
  for (std::uint32_t person = 0; person < days.relations().people(); ++person) {
    const Relation& r = days.relations()[person];
    const Feelings feelings = world.look(person, today);
    const float prior = world.inputs.population.traits[person].prior_trust();
    const double trust = static_cast<double>(feelings.trust);
    const double annoyance = static_cast<double>(feelings.annoyance);
    all.trust += trust - static_cast<double>(prior);
    all.annoyance += annoyance;
    all.trusted += trust > p.trust.trusted_threshold;
    all.aggravated += annoyance > p.annoyance.aggravated_threshold;
    all.unsure += std::abs(trust - p.trust.trusted_threshold) < 1e-5 ||
                  std::abs(annoyance - p.annoyance.aggravated_threshold) < 1e-5;
    const auto has = [&r](std::uint32_t marks) { return (r.marks & marks) != 0; };
    all.connected += has(mark::connected);
    all.muted += has(mark::muted);
    all.blocked += has(mark::blocked);
    all.reported += has(mark::reported);
    all.burned += has(mark::shut_out);
    all.touched += has(mark::touched);
    all.reached += has(mark::reached);
    all.advocates += has(mark::told_good);
    all.detractors += has(mark::told_bad);
  }
  return all;
}

void add(Counts& sum, const Counts& day) {
  sum.connected += day.connected - day.disconnected;
  sum.muted += day.muted;
  sum.blocked += day.blocked;
  sum.reported += day.reported;
  sum.newly_burned += day.newly_burned;
  sum.newly_touched += day.newly_touched;
  sum.newly_reached += day.newly_reached;
  sum.new_advocates += day.new_advocates;
  sum.new_detractors += day.new_detractors;
}

void compare(const Counts& sum, const Census& all) {
  CHECK(sum.connected == all.connected);
  CHECK(sum.muted == all.muted);
  CHECK(sum.blocked == all.blocked);
  CHECK(sum.reported == all.reported);
  CHECK(sum.newly_burned == all.burned);
  CHECK(sum.newly_touched == all.touched);
  CHECK(sum.newly_reached == all.reached);
  CHECK(sum.new_advocates == all.advocates);
  CHECK(sum.new_detractors == all.detractors);
}

void compare(const WorldState& world, const Census& all) {
  CHECK(world.totals.trust_gained() == Approx(all.trust).margin(1e-3));
  CHECK(world.totals.annoyance.value() == Approx(all.annoyance).margin(1e-3));
  const auto trusted =
      world.at_first.trusting + world.totals.resting + world.totals.trusted.value();
  CHECK(std::abs(trusted - all.trusted) <= all.unsure);
  CHECK(std::abs(world.totals.aggravated.value() - all.aggravated) <= all.unsure);
}

}  // namespace

TEST_CASE("What is counted while it happens is what a look at everybody finds, on every day") {
  constexpr std::uint32_t people = 600;
  const Network network = acquaintances(people, 6);
  for (const double prior : {0.0, 0.2, 0.6}) {
    for (const Campaign& campaign : {blast(), blast(1), blast(0, 1), thoughtful()}) {
      const World world(network, busy(campaign, prior));
      Days days(world);
      Counts sum;
      while (days.state().rules.day + 1 < world.scenario.horizon_days) {
        const Day today = days.next();
        add(sum, days.state().today);
        INFO(campaign.strategy << ", prior " << prior << ", day " << today);
        const Census all = census(days, today);
        compare(sum, all);
        compare(days.state(), all);
      }
    }
  }
}

TEST_CASE("The busy worlds are busy: people connect, leave, tell, buy and come back") {
  const World notes(acquaintances(600, 6), busy(thoughtful()));
  const RunResult engaged = notes.run();
  for (const Measure m : {Measure::connections, Measure::sales, Measure::inbound_sales,
                          Measure::trusted_relationships, Measure::advocates, Measure::declined}) {
    INFO(measure_table[static_cast<std::size_t>(m)].name);
    CHECK(final_of(engaged, m) > 0);
  }
  const World spam(acquaintances(600, 6), busy(blast()));
  const RunResult hated = spam.run();
  for (const Measure m : {Measure::muted, Measure::blocked, Measure::reported, Measure::detractors,
                          Measure::replies, Measure::aggravated, Measure::restricted_days}) {
    INFO(measure_table[static_cast<std::size_t>(m)].name);
    CHECK(final_of(hated, m) > 0);
  }
}

TEST_CASE("Whoever blocks or reports is no longer connected, and is not written to again") {
  const World world(acquaintances(600, 6), busy(thoughtful()));
  Days days(world);
  std::int64_t lost = 0;
  while (days.state().rules.day + 1 < world.scenario.horizon_days) {
    days.next();
    lost += days.state().today.disconnected;
    for (std::uint32_t p = 0; p < 600; ++p) {
      const std::uint32_t marks = days.relations()[p].marks;
      if (marks & (mark::blocked | mark::reported)) REQUIRE((marks & mark::connected) == 0);
    }
    CHECK(days.state().today.disconnected ==
          static_cast<std::int64_t>(days.state().answers.lost.size()));
  }
  CHECK(lost > 0);
}

TEST_CASE("A person's mutual ties are the neighbours who are connected to the sender") {
  const World world(acquaintances(300, 6), busy(thoughtful()));
  Days days(world);
  while (days.state().rules.day + 1 < 60) days.next();
  std::int64_t all = 0;
  for (std::uint32_t p = 0; p < 300; ++p) {
    std::uint32_t connected = 0;
    for (const std::uint32_t neighbour : world.network.graph.neighbours(p)) {
      connected += (days.relations()[neighbour].marks & mark::connected) != 0;
    }
    CHECK(days.relations()[p].mutual == connected);
    all += connected;
  }
  CHECK(all > 100);
}

TEST_CASE("A mechanism that is switched off takes part in no step, the others in the same order") {
  const ActiveRules all({});
  for (const MechanismRow& row : mechanism_rows()) {
    const ActiveRules without({std::string(row.name)});
    for (std::size_t step = 0; step < day_steps; ++step) {
      std::vector<RuleFunction> expected = all.by_step[step];
      for (const RuleStep& own : row.steps) {
        if (static_cast<std::size_t>(own.step) == step) std::erase(expected, own.apply);
      }
      INFO(row.name);
      CHECK(without.by_step[step] == expected);
    }
    CHECK(without.platform == (row.name != "platform"));
    CHECK(without.in_market == (row.name != "in-market"));
    CHECK(without.feed == (row.name != "feed"));
    CHECK(without.word_of_mouth == (row.name != "word-of-mouth"));
  }
}

TEST_CASE("Each mechanism that is switched off leaves its traces out of the whole run") {
  const auto run_without = [](const char* name, const Campaign& campaign) {
    Scenario scenario = busy(campaign);
    scenario.mechanisms_off = {name};
    return World(acquaintances(600, 6), scenario).run();
  };
  const RunResult no_exit = run_without("exit-ladder", blast());
  CHECK(final_of(no_exit, Measure::burned_share) == 0);
  CHECK(final_of(no_exit, Measure::restricted_days) == 0);  // nobody reports
  CHECK(final_of(run_without("annoyance", blast()), Measure::messages_sent) > 0);
  const RunResult no_talk = run_without("word-of-mouth", blast());
  CHECK(final_of(no_talk, Measure::detractors) == 0);
  CHECK(final_of(no_talk, Measure::complaints_voiced) > 0);
  CHECK(final_of(no_talk, Measure::word_of_mouth_reach) <=
        final_of(no_talk, Measure::people_touched));
  CHECK(final_of(run_without("complaint", blast()), Measure::complaints_voiced) == 0);
  const RunResult no_market = run_without("in-market", thoughtful());
  CHECK(final_of(no_market, Measure::sales) == 0);
  CHECK(final_of(run_without("purchase", thoughtful()), Measure::sales) == 0);
  CHECK(final_of(run_without("acceptance", thoughtful()), Measure::connections) == 0);
  CHECK(final_of(run_without("reply", blast()), Measure::replies) == 0);
  CHECK(final_of(run_without("platform", blast()), Measure::restricted_days) == 0);
  const RunResult all_read = run_without("attention", blast());
  CHECK(final_of(all_read, Measure::messages_read) <
        final_of(all_read, Measure::messages_delivered));
  CHECK(final_of(all_read, Measure::muted) > 0);  // only those who muted do not read
}

TEST_CASE("More messages to one person a day than can be told apart are refused, not repeated") {
  // Half a million messages, one after the other, to three people.
  Campaign flood = campaign("spam-blast", {{"message_seconds", 0.05}, {"sampling", 1}});
  flood.hours_per_day = 7;
  const World world(strangers(3), scenario_of(flood, 1));
  CHECK_THROWS_AS(world.run(), Failure);
  flood.hours_per_day = 1;
  const World calmer(strangers(3), scenario_of(flood, 1));
  CHECK(final_of(calmer.run(), Measure::messages_sent) == 72'000);
}

TEST_CASE(
    "Who is trusted from the start has visits without a touch, as many as the market brings") {
  constexpr std::uint32_t people = 5'000;
  constexpr Day days = 91;
  Scenario scenario = scenario_of(campaign("do-nothing"), days);
  scenario.parameters.trust.prior = 0.5;
  scenario.parameters.market.in_market_share = 0.1;
  scenario.parameters.purchase.base_probability = 1;
  scenario.mechanisms_off = {"trust", "word-of-mouth"};
  const RunResult known = World(acquaintances(people, 4), scenario).run();
  // Epochs of 9 days that begin after day 0; a tenth of them in the market, half remembered.
  const double expected = people * (days - 1) / 9.0 * 0.1 * 0.5;
  CHECK(final_of(known, Measure::inbound_sales) == Approx(expected).epsilon(0.06));
  CHECK(final_of(known, Measure::sales) == final_of(known, Measure::inbound_sales));
  scenario.mechanisms_off.push_back("in-market");
  CHECK(World(acquaintances(people, 4), scenario).run().encounters == 0);
  scenario.mechanisms_off.pop_back();
  scenario.parameters.trust.prior = 0;
  CHECK(World(acquaintances(people, 4), scenario).run().encounters == 0);
}

TEST_CASE("A log holds what the campaign's people read and bought, not what rivals sent or sold") {
  Campaign notes = thoughtful();
  notes.rivals = {blast()};
  const World world(acquaintances(1'000, 8), busy(notes, 0.2));
  WorldMemory memory;
  TouchLog log;
  WorldInputs inputs = world.inputs();
  inputs.log = &log;
  const RunResult with = run_world(inputs, memory);
  CHECK(with.digest == world.run().digest);
  double read = 0, bought = 0;
  for (const TouchLog::Event& event : log.events) {
    (event.purchase ? bought : read) += 1;
    CHECK((event.purchase || row_of(event.channel).origin == Origin::sender));
  }
  CHECK(read == final_of(with, Measure::messages_read));
  CHECK(bought == final_of(with, Measure::sales));
  CHECK(bought > 0);
}
