// What thanks, employees, names and drifting interests do to a world.
#include <catch2/catch.hpp>

#include "tests/simulation/world.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

using Parts = std::vector<std::pair<std::string, double>>;

/// A campaign of parts by shares of the hours.
Campaign mix(const Parts& shares) {
  Campaign result = campaign("mixed");
  for (const auto& [strategy, share] : shares) {
    result.parts.push_back(campaign(strategy));
    result.parts.back().share = share;
  }
  return result;
}

RunResult run(const Scenario& scenario, std::uint32_t people = 2'000) {
  return World(acquaintances(people, 8), scenario).run();
}

}  // namespace

TEST_CASE("Thanks raise trust and make advocates, as far as people return them") {
  const auto thanked = [](double gain, double advocacy) {
    Scenario scenario = scenario_of(mix({{"spam-blast", 0.5}, {"gratitude", 0.5}}), 60);
    scenario.parameters.market.in_market_share = 0.2;  // so that many answer and are thanked
    scenario.parameters.reciprocity.gain = gain;
    scenario.parameters.reciprocity.advocacy = advocacy;
    return run(scenario);
  };
  const RunResult cold = thanked(0, 0), warm = thanked(0.3, 0), told = thanked(0.3, 1);
  CHECK(final_of(warm, Measure::mean_trust) > final_of(cold, Measure::mean_trust));
  CHECK(final_of(told, Measure::advocates) > final_of(warm, Measure::advocates) + 20);
}

TEST_CASE("Nobody is thanked by who gives no hour to it") {
  Scenario scenario = scenario_of(mix({{"spam-blast", 1}, {"gratitude", 0}}), 20);
  const RunResult with = run(scenario);
  scenario.campaigns[0] = mix({{"spam-blast", 1}});
  CHECK(with.digest == run(scenario).digest);
}

TEST_CASE("Employees who contradict each other lose trust that those who agree build") {
  std::vector<double> trust;
  for (const double briefing : {0.0, 3'600.0}) {
    Scenario scenario = scenario_of(
        campaign("employee-champions", {{"voices", 30}, {"briefing_seconds", briefing}}), 120);
    scenario.campaigns[0].hours_per_day = 8;
    scenario.parameters.trust.prior = 0.4;
    trust.push_back(final_of(run(scenario), Measure::mean_trust));
  }
  CHECK(trust[0] < 0.4);
  CHECK(trust[1] > 0.4);
}

TEST_CASE("Names open doors and close them, slips of the pen close them too") {
  const auto connections = [](Expertise expertise, Voice voice, double errors) {
    Scenario scenario = scenario_of(campaign("thoughtful-engagement"), 30);
    scenario.campaigns[0].expertise = static_cast<double>(expertise);
    scenario.campaigns[0].voice = static_cast<double>(voice);
    scenario.campaigns[0].message_errors = errors;
    scenario.campaigns[0].hours_per_day = 24;
    return final_of(run(scenario), Measure::connections);
  };
  const double plain = connections(Expertise::none, Voice::person, 0);
  CHECK(connections(Expertise::claimed, Voice::person, 0) < plain);
  CHECK(connections(Expertise::endorsed, Voice::person, 0) >= plain);
  CHECK(connections(Expertise::recommended, Voice::person, 0) > plain);
  CHECK(connections(Expertise::none, Voice::brand, 0) < plain);
  CHECK(connections(Expertise::none, Voice::person, 1) < plain);
}

TEST_CASE("What was heard of a community long ago is worth less where its interests move on") {
  Network network = acquaintances(2'000, 8);
  network.communities = 20;
  network.community = in_turn(2'000, 20);
  // Listens for a month from that day on, and writes from day 90.
  const auto accepted = [&](Day listens_from, double strength, bool off = false) {
    Campaign late = campaign("phases");
    late.parts = {campaign("do-nothing"), campaign("listen-first", {{"listen_share", 1}}),
                  campaign("do-nothing"),
                  campaign("listen-first", {{"listen_share", 0}, {"follow_up_share", 0}})};
    const Day first_days[] = {0, listens_from, listens_from + 30, 90};
    for (std::size_t k = 0; k < 4; ++k) late.parts[k].first_day = first_days[k];
    Scenario scenario = scenario_of(late, 120);
    scenario.parameters.topic_drift.strength = strength;
    scenario.parameters.topic_drift.period_days = 160;
    if (off) scenario.mechanisms_off = {"topic-drift"};
    const RunResult result = World(network, scenario).run();
    return final_of(result, Measure::connections) / final_of(result, Measure::messages_sent);
  };
  CHECK(accepted(59, 0) == Approx(accepted(1, 0)).epsilon(0.05));
  CHECK(accepted(59, 0.8) > 1.1 * accepted(1, 0.8));
  CHECK(accepted(59, 0.8, true) == accepted(59, 0));
}

TEST_CASE(
    "Looking at profiles anonymously annoys those who are written to afterwards, and no more") {
  Campaign notes = campaign("thoughtful-engagement");
  notes.hours_per_day = 4;
  const auto run = [&](double research, std::vector<std::string> off = {}) {
    notes.research = research;
    Scenario scenario = scenario_of(notes, 60);
    scenario.mechanisms_off = std::move(off);
    return World(acquaintances(2'000, 8), scenario).run();
  };
  const RunResult seen = run(0), unseen = run(1);
  CHECK(final_of(unseen, Measure::mean_annoyance) > 1.2 * final_of(seen, Measure::mean_annoyance));
  CHECK(final_of(unseen, Measure::connections) <= final_of(seen, Measure::connections));
  CHECK(run(0, {"privacy"}).digest == run(1, {"privacy"}).digest);
}

TEST_CASE("Who buys on the word of others alone is worth more") {
  Campaign notes = campaign("thoughtful-engagement");
  notes.hours_per_day = 4;
  Scenario scenario = scenario_of(notes, 300);
  scenario.parameters.market.in_market_share = 0.3;
  scenario.parameters.word_of_mouth.share_probability = 1;
  scenario.parameters.word_of_mouth.trust_step = 0.4;
  scenario.parameters.economics.sale_value = 100;
  const RunResult result = World(acquaintances(5'000, 12), scenario).run();
  const double referred = final_of(result, Measure::referred_sales);
  CHECK(referred > 10);
  CHECK(referred < final_of(result, Measure::inbound_sales));
  CHECK(final_of(result, Measure::sales_value) ==
        Approx(100 * (final_of(result, Measure::sales) + 0.16 * referred)));
}

TEST_CASE("Where nobody talks nobody is referred, whatever else brings people by themselves") {
  const auto check = [](const Campaign& campaign, double prior) {
    Scenario scenario = scenario_of(campaign, 120);
    scenario.parameters.market.in_market_share = 0.3;
    scenario.parameters.purchase.base_probability = 0.5;
    scenario.parameters.trust.prior = prior;
    scenario.mechanisms_off = {"word-of-mouth", "complaint"};
    const RunResult result = run(scenario);
    CHECK(final_of(result, Measure::inbound_sales) > 10);
    CHECK(final_of(result, Measure::referred_sales) == 0);
  };
  check(campaign("thoughtful-engagement"), 0);
  check(campaign("do-nothing"), 0.4);               // a good repute
  check(campaign("seeding", {{"seeds", 500}}), 0);  // an experience of one's own
  check(campaign("dormant-presence", {{"visitors_per_day", 50}}), 0.4);  // a look at the profile
}

TEST_CASE("Those who are thanked praise nobody's ears where word of mouth is off") {
  Scenario scenario = scenario_of(mix({{"spam-blast", 0.5}, {"gratitude", 0.5}}), 60);
  scenario.campaigns[0].hours_per_day = 0.5;
  scenario.parameters.market.in_market_share = 0.2;
  scenario.parameters.reciprocity.advocacy = 1;
  scenario.mechanisms_off = {"word-of-mouth"};
  const World world(acquaintances(5'000, 8), scenario);
  Days days(world);
  std::int64_t praised = 0;
  for (Day day = 0; day < 60; ++day) {
    days.next();
    praised += days.state().today.new_advocates;
    CHECK(days.state().agenda[world_approach::good_news].empty());
  }
  CHECK(praised > 10);
  for (std::uint32_t p = 0; p < 5'000; ++p) {
    const std::uint32_t marks = days.relations()[p].marks;
    CHECK(((marks & mark::touched) || !(marks & mark::reached)));
  }
}

TEST_CASE("Who writes without having looked at profiles annoys nobody by looking anonymously") {
  for (const char* strategy : {"listen-first", "community-joining", "thoughtful-engagement"}) {
    const auto digest = [&](double research) {
      Campaign notes = campaign(strategy, {{"follow_up_share", 0}});
      notes.hours_per_day = 8;
      notes.research = research;
      return run(scenario_of(notes, 60)).digest;
    };
    INFO(strategy);
    const bool looks = std::string(strategy) == "thoughtful-engagement";
    CHECK((digest(0) == digest(1)) != looks);
  }
}
