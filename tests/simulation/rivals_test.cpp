// Several senders in one world.
#include <catch2/catch.hpp>

#include "tests/simulation/world.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Campaign sender(const std::string& strategy, double hours) {
  Campaign campaign = test::campaign(strategy);
  campaign.name = strategy;
  campaign.hours_per_day = hours;
  return campaign;
}

Campaign with_rival(Campaign campaign, Campaign rival) {
  rival.name = "rival";
  campaign.rivals = {std::move(rival)};
  return campaign;
}

// People who read some of what comes, on a market that never buys.
Scenario crowded(Campaign campaign) {
  Scenario scenario = scenario_of(std::move(campaign), 40);
  scenario.parameters.attention.background_load = 2;
  scenario.parameters.attention.messages_read_per_day = 2;
  scenario.parameters.market.in_market_share = 0;
  return scenario;
}

RunResult run(const Scenario& scenario) {
  return World(acquaintances(1'000, 6), scenario).run();
}

}  // namespace

TEST_CASE("A rival who does nothing changes nothing") {
  const Campaign notes = sender("thoughtful-engagement", 2);
  const RunResult alone = run(crowded(notes));
  const RunResult beside = run(crowded(with_rival(notes, sender("do-nothing", 2))));
  CHECK(final_of(alone, Measure::messages_read) > 0);
  CHECK(beside.digest == alone.digest);
  CHECK(beside.daily == alone.daily);
}

TEST_CASE("Beside a rival who blasts, less is read and the same messages annoy more") {
  const Campaign notes = sender("spam-blast", 1);
  const RunResult alone = run(crowded(notes));
  const RunResult beside = run(crowded(with_rival(notes, sender("spam-blast", 8))));
  CHECK(final_of(beside, Measure::messages_sent) == final_of(alone, Measure::messages_sent));
  CHECK(final_of(beside, Measure::messages_read) < 0.9 * final_of(alone, Measure::messages_read));
  // Each message that is read is the more annoying for what others sent.
  Scenario all_read = crowded(notes);
  all_read.mechanisms_off = {"attention", "exit-ladder"};
  const double by_itself = final_of(run(all_read), Measure::mean_annoyance);
  all_read.campaigns = {with_rival(notes, sender("spam-blast", 8))};
  CHECK(final_of(run(all_read), Measure::mean_annoyance) > 1.05 * by_itself);
}

TEST_CASE("What a rival buys in the feed does not stand in the inbox: as many messages are read") {
  Campaign adverts = sender("disclosed-advertising", 1);
  adverts.settings[0] = 300;  // money a day: ten thousand impressions
  Scenario scenario = crowded(sender("spam-blast", 1));
  scenario.mechanisms_off = {"annoyance", "word-of-mouth"};  // what is read disturbs nobody
  const double alone = final_of(run(scenario), Measure::messages_read);
  scenario.campaigns = {with_rival(scenario.campaigns[0], adverts)};
  CHECK(final_of(run(scenario), Measure::messages_read) == alone);
  scenario.campaigns = {with_rival(scenario.campaigns[0], sender("spam-blast", 8))};
  CHECK(final_of(run(scenario), Measure::messages_read) < alone);
}

TEST_CASE("What a rival writes to people does not stand in the feed, what it shows there does") {
  Campaign adverts = sender("disclosed-advertising", 1);
  adverts.settings[0] = 300;  // money a day: ten impressions a person
  Scenario scenario = crowded(adverts);
  scenario.mechanisms_off = {"annoyance", "word-of-mouth"};
  const double alone = final_of(run(scenario), Measure::hits);
  scenario.campaigns = {with_rival(adverts, sender("spam-blast", 8))};
  CHECK(final_of(run(scenario), Measure::hits) == alone);
  scenario.campaigns = {with_rival(adverts, adverts)};
  CHECK(final_of(run(scenario), Measure::hits) < 0.9 * alone);
}

TEST_CASE("Without rivalry senders of one world meet in the market alone") {
  const Campaign notes = sender("thoughtful-engagement", 2);
  Scenario scenario = crowded(notes);
  scenario.mechanisms_off = {"rivalry"};
  const RunResult alone = run(scenario);
  scenario.campaigns = {with_rival(notes, sender("spam-blast", 8))};
  CHECK(run(scenario).digest == alone.digest);
}

TEST_CASE("A sale is made once: who buys from a rival does not buy again in the same epoch") {
  constexpr std::uint32_t people = 1'000;
  // Everybody is always in the market and buys at the first message that is read.
  const auto buyers = [](Campaign campaign) {
    Scenario scenario = scenario_of(std::move(campaign), 1);
    scenario.parameters.market.in_market_share = 1;
    scenario.parameters.market.window_days = 1'000;
    scenario.parameters.purchase.base_probability = 1;
    return final_of(run(scenario), Measure::sales);
  };
  // In five hours a blast writes to all of them once.
  const Campaign blast = sender("spam-blast", 5);
  CHECK(buyers(blast) == people);
  // The campaign's own sender comes first on day 0 and leaves nothing for its rival; a rival with
  // two hours takes 400 sales where it comes first, on day 1.
  CHECK(buyers(with_rival(blast, blast)) == people);
  Scenario second_day =
      scenario_of(with_rival(sender("spam-blast", 5), sender("spam-blast", 2)), 2);
  second_day.parameters.market.in_market_share = 1;
  second_day.parameters.market.window_days = 1;
  second_day.parameters.purchase.base_probability = 1;
  second_day.mechanisms_off = {"trust"};  // so that nobody comes by itself
  CHECK(final_of(run(second_day), Measure::sales) == 2 * people - 400);
}
