// The seed hour: 200 blast messages against ten researched notes, one hour of work each.
#include <catch2/catch.hpp>
#include <cmath>

#include "population/traits.hpp"
#include "tests/worlds/confidence.hpp"
#include "tests/worlds/setting.hpp"

namespace rapport::test {
namespace {

// Fewer people than the scenario's default: the answers do not depend on their number, and 200
// addressees are different ones all the same.
constexpr std::uint32_t people = 2'000;
constexpr std::uint32_t hours = replicates(10'000);
constexpr double in_99_of_100 = 0.99;

Scenario seed_hour() {
  return scenario(ParameterSet::seed, 1, network(NetworkKind::communities, people),
                  {campaign("spam-blast", 1), campaign("thoughtful-engagement", 1)});
}

// Everybody's interest in everything is one half, and a note is as likely accepted as not.
Scenario equal_people() {
  Scenario result = seed_hour();
  result.parameters.population.community_spread = 0;
  result.parameters.population.person_spread = 0;
  const double merit = 0.8 * static_cast<double>(fraction(128));
  result.parameters.acceptance.note_intercept = -result.parameters.acceptance.merit_weight * merit;
  // Two in a thousand would otherwise mute the sender over a note, and not connect.
  result.mechanisms_off = {"exit-ladder"};
  return result;
}

double binomial(int trials, int successes, double chance) {
  return std::exp(std::lgamma(trials + 1) - std::lgamma(successes + 1) -
                  std::lgamma(trials - successes + 1) + successes * std::log(chance) +
                  (trials - successes) * std::log1p(-chance));
}

double share_with(const std::vector<double>& counts, double count) {
  return static_cast<double>(std::count(counts.begin(), counts.end(), count)) /
         static_cast<double>(counts.size());
}

}  // namespace

TEST_CASE("an hour brings a blast one reply and ten notes five connections, on average") {
  std::vector<double> replies, connections;
  double blast_aggravated = 0, notes_aggravated = 0;
  bool all_but_repliers_aggravated = true;
  for_each_replicate(seed_hour(), hours, [&](const std::vector<RunResult>& results) {
    const RunResult& blast = results[0];
    const RunResult& notes = results[1];
    REQUIRE(final_value(blast, Measure::messages_sent) == 200);
    REQUIRE(final_value(notes, Measure::messages_sent) == 10);
    replies.push_back(final_value(blast, Measure::replies));
    connections.push_back(final_value(notes, Measure::connections));
    blast_aggravated += final_value(blast, Measure::aggravated);
    notes_aggravated += final_value(notes, Measure::aggravated);
    all_but_repliers_aggravated &= final_value(blast, Measure::aggravated) == 200 - replies.back();
  });
  check_mean(replies, 1, in_99_of_100);
  check_mean(connections, 5, in_99_of_100);
  // An answer is certain in the market and absent outside: so is aggravation, the other way round.
  CHECK(all_but_repliers_aggravated);
  CHECK(blast_aggravated / hours > 190);
  CHECK(notes_aggravated == 0);
}

TEST_CASE("no reply at all comes from a blast of 200 in 36.7 % of hours") {
  std::vector<double> replies;
  Scenario blast = seed_hour();
  blast.campaigns.resize(1);
  for_each_replicate(blast, hours, [&](const std::vector<RunResult>& results) {
    replies.push_back(final_value(results[0], Measure::replies));
  });
  CHECK(binomial(200, 0, 0.005) == Approx(0.36696).margin(5e-6));
  for (const int count : {0, 1, 2, 3, 4}) {
    CAPTURE(count);
    check_inside(share_with(replies, count),
                 interval_of_share(binomial(200, count, 0.005), hours, in_99_of_100));
  }
}

TEST_CASE("ten notes to equal people bring five connections in 24.6 % of hours") {
  std::vector<double> connections;
  Scenario notes = equal_people();
  notes.campaigns.erase(notes.campaigns.begin());
  for_each_replicate(notes, hours, [&](const std::vector<RunResult>& results) {
    connections.push_back(final_value(results[0], Measure::connections));
  });
  CHECK(binomial(10, 5, 0.5) == Approx(0.24609).margin(5e-6));
  check_mean(connections, 5, in_99_of_100);
  for (const int count : {2, 3, 4, 5, 6, 7, 8}) {
    CAPTURE(count);
    check_inside(share_with(connections, count),
                 interval_of_share(binomial(10, count, 0.5), hours, in_99_of_100));
  }
}

}  // namespace rapport::test
