#include "simulation/record.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <numeric>

#include "simulation/pictures.hpp"
#include "tests/simulation/world.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Campaign two_hours(const std::string& strategy) {
  Campaign result = campaign(strategy);
  result.hours_per_day = 2;
  return result;
}

std::vector<double> course(const RunResult& result, Measure measure, Day days) {
  const auto begin = result.daily.begin() + static_cast<std::ptrdiff_t>(measure) * days;
  return {begin, begin + days};
}

std::uint32_t people_in(const std::vector<std::uint32_t>& histogram, std::size_t day) {
  const auto begin = histogram.begin() + static_cast<std::ptrdiff_t>(day * Snapshots::bins);
  return std::accumulate(begin, begin + Snapshots::bins, 0u);
}

}  // namespace

TEST_CASE("A flow's final value is the sum over its days, a stock's the value of its last day") {
  constexpr Day days = 60;
  for (const char* strategy : {"spam-blast", "thoughtful-engagement"}) {
    const World world(acquaintances(2000, 8),
                      scenario_of(two_hours(strategy), days, ParameterSet::benchmark));
    const RunResult result = world.run();
    REQUIRE(result.daily.size() == measure_count * days);
    for (std::size_t m = 0; m < measure_count; ++m) {
      const auto measure = static_cast<Measure>(m);
      const auto daily = course(result, measure, days);
      const double sum = std::accumulate(daily.begin(), daily.end(), 0.0);
      const bool flow = measure_table[m].accounting == Accounting::flow;
      INFO(measure_table[m].name);
      // Days are kept in single precision.
      CHECK(final_of(result, measure) == Approx(flow ? sum : daily.back()).epsilon(1e-5));
    }
  }
}

TEST_CASE("Hours, money and profit follow from the work and the sales") {
  Scenario scenario = scenario_of(two_hours("spam-blast"), 30);
  scenario.parameters.economics.hourly_cost = 50;
  scenario.parameters.economics.sale_value = 300;
  scenario.parameters.purchase.base_probability = 1;
  const World world(acquaintances(2000, 8), scenario);
  const RunResult result = world.run();
  CHECK(final_of(result, Measure::hours_spent) == 60);
  CHECK(final_of(result, Measure::money_spent) == 3000);
  CHECK(final_of(result, Measure::messages_sent) == 60 * 200);
  const double sales = final_of(result, Measure::sales);
  CHECK(sales > 0);
  CHECK(final_of(result, Measure::sales_value) == 300 * sales);
  CHECK(final_of(result, Measure::profit) == 300 * sales - 3000);
}

TEST_CASE(
    "Equity is the sum of trust less the weighted annoyance; means are shares of all people") {
  Scenario scenario = scenario_of(two_hours("thoughtful-engagement"), 40);
  scenario.people = true;
  scenario.parameters.trust.prior = 0.1;
  constexpr std::uint32_t people = 1000;
  const RunResult result = World(acquaintances(people, 8), scenario).run();
  REQUIRE(result.final_trust.size() == people);
  double trust = 0, annoyance = 0;
  for (std::uint32_t p = 0; p < people; ++p) {
    trust += static_cast<double>(result.final_trust[p]);
    annoyance += static_cast<double>(result.final_annoyance[p]);
  }
  CHECK(final_of(result, Measure::mean_trust) == Approx(trust / people).epsilon(1e-5));
  CHECK(final_of(result, Measure::mean_annoyance) == Approx(annoyance / people).epsilon(1e-5));
  CHECK(final_of(result, Measure::relationship_equity) ==
        Approx(trust - 0.1 * people - 0.5 * annoyance).epsilon(1e-4));
}

TEST_CASE("Without daily output the final values and the digest are the same") {
  Scenario scenario = scenario_of(two_hours("spam-blast"), 30);
  const RunResult with = World(acquaintances(500, 8), scenario).run();
  scenario.daily = DailyOutput::none;
  const RunResult without = World(acquaintances(500, 8), scenario).run();
  CHECK(without.daily.empty());
  CHECK(without.final == with.final);
  CHECK(without.digest == with.digest);
}

TEST_CASE("A control does nothing: no value moves from that of an untouched world") {
  Scenario scenario = scenario_of(two_hours("do-nothing"), 180);
  scenario.people = true;
  scenario.parameters.trust.prior = 0.25;
  scenario.parameters.market.in_market_share = 0;  // nobody comes by repute
  const RunResult result = World(acquaintances(500, 8), scenario).run();
  for (std::size_t m = 0; m < measure_count; ++m) {
    INFO(measure_table[m].name);
    const bool trust = static_cast<Measure>(m) == Measure::mean_trust;
    CHECK(result.final[m] == (trust ? 0.25 : 0.0));
  }
  CHECK(result.encounters == 0);
  for (const float t : result.final_trust) CHECK(t == 0.25f);
  for (const float a : result.final_annoyance) CHECK(a == 0.0f);
}

TEST_CASE("A run's digest is its own: the same run has it again, another run has another") {
  const Scenario scenario = scenario_of(two_hours("spam-blast"), 20);
  const Network network = acquaintances(500, 8);
  const auto digest = [&](const Scenario& s, std::uint32_t replicate) {
    return World(network, s, replicate).run().digest;
  };
  CHECK(digest(scenario, 0) == digest(scenario, 0));
  CHECK(digest(scenario, 0) != digest(scenario, 1));
  Scenario other = scenario;
  other.seed = 43;
  CHECK(digest(other, 0) != digest(scenario, 0));
}

TEST_CASE("Memory that was used by another run leaves no trace in the next") {
  const Network network = acquaintances(500, 8), smaller = acquaintances(100, 4);
  const World spam(network, scenario_of(two_hours("spam-blast"), 30));
  const World notes(network, scenario_of(two_hours("thoughtful-engagement"), 30));
  const World few(smaller, scenario_of(two_hours("spam-blast"), 30));
  WorldMemory memory;
  run_world(spam.inputs(), memory);
  CHECK(run_world(notes.inputs(), memory).digest == notes.run().digest);
  run_world(few.inputs(), memory);
  CHECK(run_world(spam.inputs(), memory).digest == spam.run().digest);
}

TEST_CASE("What is kept of trusted relationships is counted from the last day of work") {
  Campaign stops = campaign("phases");
  stops.hours_per_day = 4;
  for (const auto& [strategy, first_day] :
       {std::pair{"thoughtful-engagement", 0}, std::pair{"do-nothing", 90}}) {
    stops.parts.push_back(campaign(strategy));
    stops.parts.back().first_day = first_day;
  }
  constexpr Day days = 400;
  const RunResult result = World(acquaintances(3'000, 8), scenario_of(stops, days)).run();
  const auto trusted = course(result, Measure::trusted_relationships, days);
  const auto kept = course(result, Measure::trusted_kept, days);
  REQUIRE(trusted[89] > 20);
  for (std::size_t day = 0; day < 90; ++day) CHECK(kept[day] == 1);
  for (std::size_t day = 90; day < days; ++day) {
    CHECK(kept[day] == Approx(trusted[day] / trusted[89]));
  }
  // Trust fades: who is just above the threshold falls below it first, in the end all do.
  CHECK(kept[91] > kept[120]);
  CHECK(kept[120] >= kept[200]);
  CHECK(kept.back() < 0.2);
}

TEST_CASE("Who built nothing has nothing to keep, neither has who never began") {
  Campaign stops = campaign("phases");
  for (const auto& [strategy, first_day] :
       {std::pair{"spam-blast", 0}, std::pair{"do-nothing", 10}}) {
    stops.parts.push_back(campaign(strategy));
    stops.parts.back().first_day = first_day;
  }
  for (const Campaign& chosen : {stops, campaign("do-nothing")}) {
    const RunResult result = World(acquaintances(300, 8), scenario_of(chosen, 20)).run();
    CHECK(final_of(result, Measure::trusted_relationships) == 0);
    CHECK(final_of(result, Measure::trusted_kept) == 0);
  }
}

TEST_CASE("Pictures are taken on at most 25 days, evenly, the first and the last among them") {
  CHECK(picture_days(1) == std::vector<Day>{0});
  CHECK(picture_days(2) == std::vector<Day>{0, 1});
  for (const Day horizon : {3, 24, 25, 26, 180, 365, 65'000}) {
    const auto days = picture_days(horizon);
    CHECK(days.size() == static_cast<std::size_t>(std::min(horizon, 25)));
    CHECK(days.front() == 0);
    CHECK(days.back() == horizon - 1);
    CHECK(std::adjacent_find(days.begin(), days.end(), std::greater_equal<>()) == days.end());
  }
}

TEST_CASE("Everybody stands in one bin of each histogram of a picture") {
  constexpr std::uint32_t people = 800;
  for (const double prior : {0.0, 0.31, 1.0}) {
    Scenario scenario = scenario_of(two_hours("spam-blast"), 60, ParameterSet::benchmark);
    scenario.parameters.trust.prior = prior;
    const std::vector<std::uint32_t> sample{3, 77, 799};
    const Snapshots pictures = World(acquaintances(people, 8), scenario).run(sample).snapshots;
    REQUIRE(pictures.days == picture_days(60));
    for (std::size_t day = 0; day < pictures.days.size(); ++day) {
      CHECK(people_in(pictures.trust_histogram, day) == people);
      CHECK(people_in(pictures.annoyance_histogram, day) == people);
    }
    CHECK(pictures.trust.size() == pictures.days.size() * sample.size());
    CHECK(pictures.annoyance.size() == pictures.trust.size());
    CHECK(pictures.stage.size() == pictures.trust.size());
  }
}

TEST_CASE("The last picture shows the people as they are at the end") {
  Scenario scenario = scenario_of(two_hours("thoughtful-engagement"), 60);
  scenario.people = true;
  std::vector<std::uint32_t> everybody(200);
  std::iota(everybody.begin(), everybody.end(), 0u);
  const RunResult result = World(acquaintances(200, 8), scenario).run(everybody);
  const auto last = static_cast<std::ptrdiff_t>((result.snapshots.days.size() - 1) * 200);
  CHECK(std::equal(result.final_trust.begin(), result.final_trust.end(),
                   result.snapshots.trust.begin() + last));
  CHECK(std::equal(result.final_annoyance.begin(), result.final_annoyance.end(),
                   result.snapshots.annoyance.begin() + last));
  double connected = 0;
  for (std::size_t p = 0; p < 200; ++p) {
    const auto at = static_cast<std::size_t>(last) + p;
    connected += result.snapshots.stage[at] >= static_cast<std::uint8_t>(Stage::connected);
  }
  CHECK(connected >= final_of(result, Measure::connections));
}

TEST_CASE("Taking pictures changes nothing") {
  const World world(acquaintances(300, 8), scenario_of(two_hours("spam-blast"), 40));
  const std::vector<std::uint32_t> sample{1, 2, 3};
  const RunResult plain = world.run(), pictured = world.run(sample);
  CHECK(pictured.digest == plain.digest);
  CHECK(pictured.final == plain.final);
  CHECK(plain.snapshots.days.empty());
}
