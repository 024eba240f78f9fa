// Calibration: the default intercepts give the mean answers that MODEL.md's Calibration asks for.
#include <catch2/catch.hpp>
#include <cmath>

#include "experiment/calibrate.hpp"
#include "parameters/parameters.hpp"
#include "tests/worlds/confidence.hpp"
#include "tests/worlds/setting.hpp"

namespace rapport::test {
namespace {

constexpr std::uint32_t people = 5'000;

// Everybody is addressed once by a sender without a history, with other luck than `calibrate` has.
Scenario addressed_once(ParameterSet set, Campaign campaign) {
  campaign.hours_per_day = 24;
  campaign.settings[0] = std::floor(24.0 * 3600 / people);  // seconds for one message or note
  Scenario result =
      scenario(set, 1, network(NetworkKind::communities, people), {std::move(campaign)});
  result.parameters.platform.invitations_per_week = 1e9;  // the mean is per message sent
  result.parameters.platform.pending_cap = 1e9;
  return result;
}

// One value a replicate: people of one replicate share their communities' interests.
void check_answered(const Scenario& scenario, Measure answer, double expected) {
  std::vector<double> shares;
  for_each_replicate(scenario, replicates(100, 50), [&](const std::vector<RunResult>& results) {
    REQUIRE(final_value(results[0], Measure::messages_sent) == people);
    shares.push_back(final_value(results[0], answer) / people);
  });
  check_mean(shares, expected, 0.99);
}

double stored_intercept(const CalibrationTarget& target) {
  const Parameters defaults = default_parameters(target.set);
  const auto rows = parameter_rows();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::string name = std::string(rows[row].group) + "." + std::string(rows[row].name);
    if (name == target.parameter) return parameter_value(defaults, row);
  }
  throw std::invalid_argument(std::string(target.parameter));
}

}  // namespace

TEST_CASE("a blank invitation is accepted as often as each set says, per invitation sent") {
  const auto [set, share] = GENERATE(
      table<ParameterSet, double>({{ParameterSet::seed, 0.05}, {ParameterSet::benchmark, 0.26}}));
  check_answered(addressed_once(set, campaign("spam-blast", 24, {{"channel", 1}})),
                 Measure::connections, share);
}

TEST_CASE("a researched note is accepted as often as each set says, per note sent") {
  const auto [set, share] = GENERATE(
      table<ParameterSet, double>({{ParameterSet::seed, 0.50}, {ParameterSet::benchmark, 0.45}}));
  check_answered(addressed_once(set, campaign("thoughtful-engagement", 24)), Measure::connections,
                 share);
}

TEST_CASE("a pitch is answered by 2 % out of the market and by 15 % in it, in the benchmark set") {
  const auto [in_market, share] = GENERATE(table<double, double>({{0.0, 0.02}, {1.0, 0.15}}));
  Scenario pitch = addressed_once(ParameterSet::benchmark, campaign("spam-blast", 24));
  pitch.parameters.market.in_market_share = in_market;
  check_answered(pitch, Measure::replies, share);
}

TEST_CASE("a pitch is answered in the market and never out of it, in the seed set") {
  const double in_market = GENERATE(0.0, 1.0);
  Scenario pitch = addressed_once(ParameterSet::seed, campaign("spam-blast", 24));
  pitch.parameters.market.in_market_share = in_market;
  const RunResult result = run(pitch);
  CHECK(final_value(result, Measure::replies) == in_market * people);
}

TEST_CASE("the stored intercepts are those that `rapport calibrate` solves") {
  constexpr std::uint32_t populations = 200;  // the default of `rapport calibrate`
  for (const CalibrationTarget& target : calibration_targets()) {
    const double stored = stored_intercept(target);
    CAPTURE(target.name, stored);
    if (target.mean <= 0 || target.mean >= 1) {
      CHECK(stored == solve_intercept(target, populations));
      continue;
    }
    if (slowness > 1 && target.name != "benchmark_note") continue;
    // The luck is the same at every intercept, so the share answered grows with it: the solution
    // lies within the four digits that are written and the 1e-5 to which it is found.
    constexpr double resolution = 0.5e-4 + 1e-5;
    CHECK(answered_share(target, stored - resolution, populations) < target.mean);
    CHECK(answered_share(target, stored + resolution, populations) >= target.mean);
  }
}

}  // namespace rapport::test
