// The market: on any day a share pi searches; in d days a person searches at least once with
// probability 1 - (1 - pi)^(1 + floor e) (1 - pi frac e), e = (d - 1) / w.
#include "mechanisms/in_market.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "simulation/pictures.hpp"
#include "tests/worlds/confidence.hpp"
#include "tests/worlds/renewal.hpp"
#include "tests/worlds/setting.hpp"

namespace rapport::test {
namespace {

constexpr std::uint32_t people = 20'000 / slowness;

// Everybody gets a pitch every day, answers it and buys exactly when in the market.
Scenario daily_pitch(double share, double window_days, Day days) {
  Scenario result = scenario(ParameterSet::seed, days, network(NetworkKind::ring, people),
                             {campaign("spam-blast", 24, {{"message_seconds", 4}})});
  result.parameters.market.in_market_share = share;
  result.parameters.market.window_days = window_days;
  result.parameters.purchase.base_probability = 1;
  // Nobody leaves, so that whoever bought once is a customer at the end.
  result.mechanisms_off = {"attention", "exit-ladder", "word-of-mouth",
                           "trust",     "annoyance",   "churn"};
  result.daily = DailyOutput::all;
  return result;
}

// The same probability without the closed form: K epochs are met in d days, K = 1 + floor(e + u).
double by_counting_epochs(double share, double window_days, int days) {
  constexpr int phases = 100'000;
  double sum = 0;
  for (int k = 0; k < phases; ++k) {
    const double phase = (k + 0.5) / phases;
    sum += 1 - std::pow(1 - share, 1 + std::floor((days - 1) / window_days + phase));
  }
  return sum / phases;
}

}  // namespace

TEST_CASE(
    "on every day a share pi of people is in the market, and in d days so many at least once") {
  struct Case {
    double share, window_days;
    Day days;
  };
  const Case c = GENERATE(Case{0.005, 9, 25}, Case{0.05, 91, 365}, Case{0.3, 5.5, 40});
  const auto count = replicates(5);
  const auto days = picture_days(c.days);
  std::vector<std::uint32_t> everybody(people);
  std::iota(everybody.begin(), everybody.end(), 0u);
  const Scenario pitch = daily_pitch(c.share, c.window_days, c.days);
  const Network ring = build_network(pitch.network, pitch.seed, 0);
  std::vector<double> replied(static_cast<std::size_t>(c.days)), customers(days.size());
  for (std::uint32_t replicate = 0; replicate < count; ++replicate) {
    const RunResult result = run(pitch, ring, 0, replicate, everybody);
    for (std::size_t d = 0; d < replied.size(); ++d) {
      replied[d] += static_cast<double>(
          result.daily[static_cast<std::size_t>(Measure::replies) * replied.size() + d]);
    }
    for (std::size_t d = 0; d < days.size(); ++d) {
      const auto stages = result.snapshots.stage.begin() + static_cast<std::ptrdiff_t>(d * people);
      customers[d] += static_cast<double>(
          std::count(stages, stages + people, static_cast<std::uint8_t>(Stage::customer)));
    }
  }
  const double n = double{people} * count;
  for (const std::size_t d : {0, 1, 6, 12, 24}) {  // of the 25 days that are pictured
    CAPTURE(c.share, c.window_days, days[d]);
    check_inside(replied[static_cast<std::size_t>(days[d])] / n, interval_of_share(c.share, n));
    const double at_least_once = in_market_at_least_once(c.share, c.window_days, days[d] + 1);
    check_inside(customers[d] / n, interval_of_share(at_least_once, n));
  }
}

TEST_CASE("the closed form of being in the market at least once counts the epochs that are met") {
  const double share = GENERATE(0.005, 0.05, 0.4, 1.0);
  const double window = GENERATE(1.0, 5.5, 9.0, 91.0);
  for (const int days : {1, 2, 9, 10, 11, 30, 92, 365}) {
    CAPTURE(share, window, days);
    CHECK(in_market_at_least_once(share, window, days) ==
          Approx(by_counting_epochs(share, window, days)).margin(2e-5));
  }
}

}  // namespace rapport::test
