// Word of mouth without feelings is an independent cascade: each neighbour hears once from each
// teller, with probability p. Closed forms on star and path; giant components on random networks.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/worlds/confidence.hpp"
#include "tests/worlds/setting.hpp"

namespace rapport::test {
namespace {

Scenario cascade(const NetworkSpec& network, double hear_probability, Campaign seeding) {
  // Long enough for any cascade of these tests; a run ends when nothing is left to happen.
  Scenario result = scenario(ParameterSet::seed, 300, network, {std::move(seeding)});
  result.parameters.word_of_mouth.share_probability = 1;
  result.parameters.word_of_mouth.hear_probability = hear_probability;
  result.parameters.word_of_mouth.feelings = 0;
  return result;
}

std::vector<double> reaches(const Scenario& scenario, std::uint32_t count) {
  std::vector<double> reach;
  for_each_replicate(scenario, count, [&](const std::vector<RunResult>& results) {
    reach.push_back(final_value(results[0], Measure::word_of_mouth_reach));
  });
  return reach;
}

double mean(const std::vector<double>& values) {
  return describe(values).mean;
}

// Share of the network that hears of it, over the replicates in which it takes off.
std::vector<double> take_offs(const Scenario& scenario, std::uint32_t count) {
  std::vector<double> shares;
  for (const double reach : reaches(scenario, count)) {
    const double share = reach / scenario.network.people;
    if (share > 0.05) shares.push_back(share);
  }
  return shares;
}

// S = 1 - exp(-R S) for R > 1.
double final_size(double reproduction) {
  double size = 1;
  for (int k = 0; k < 1'000; ++k) size = 1 - std::exp(-reproduction * size);
  return size;
}

}  // namespace

TEST_CASE("from the centre of a star each of the others hears with probability p") {
  const double p = GENERATE(0.1, 0.4, 1.0);
  constexpr double n = 200;
  const auto count = replicates(2'000);
  const auto reach = reaches(cascade(network(NetworkKind::star, 200), p, seeding({0})), count);
  CAPTURE(p);
  check_inside(mean(reach),
               interval_of_mean(1 + (n - 1) * p, std::sqrt((n - 1) * p * (1 - p)), count));
}

TEST_CASE("from a leaf of a star the centre has to hear first") {
  const double p = GENERATE(0.1, 0.4);
  constexpr double n = 200;
  const auto count = replicates(4'000);
  const auto reach = reaches(cascade(network(NetworkKind::star, 200), p, seeding({7})), count);
  // 1 + X (1 + B), X Bernoulli(p) and B binomial(n - 2, p).
  const double others = 1 + (n - 2) * p;
  const double square = (n - 2) * p * (1 - p) + others * others;
  const double deviation = std::sqrt(p * square - p * others * p * others);
  CAPTURE(p);
  check_inside(mean(reach), interval_of_mean(1 + p + (n - 2) * p * p, deviation, count));
  const auto alone = static_cast<double>(std::count(reach.begin(), reach.end(), 1.0));
  check_inside(alone / count, interval_of_share(1 - p, count));
}

TEST_CASE("from the end of a long path a geometric number of people hears") {
  const double p = GENERATE(0.2, 0.4, 0.8);
  const auto count = replicates(4'000);
  // The chance of reaching the far end is below 1e-19.
  const auto reach = reaches(cascade(network(NetworkKind::path, 200), p, seeding({0})), count);
  CAPTURE(p);
  check_inside(mean(reach), interval_of_mean(1 / (1 - p), std::sqrt(p) / (1 - p), count));
}

TEST_CASE("on random networks a cascade that takes off reaches S = 1 - exp(-R S)") {
  struct Case {
    double reproduction, size;
  };
  const Case c = GENERATE(Case{1.5, 0.5828}, Case{2, 0.7968}, Case{3, 0.9405});
  constexpr double p = 0.5;
  NetworkSpec spec = network(NetworkKind::random, 10'000, c.reproduction / p);
  spec.per_replicate = true;
  const auto count = replicates(100);
  const auto shares = take_offs(cascade(spec, p, campaign("seeding", 1)), count);
  CAPTURE(c.reproduction);
  CHECK(final_size(c.reproduction) == Approx(c.size).margin(5e-5));
  check_mean(shares, final_size(c.reproduction));
  // One seed takes off as often as it lies in the giant component: again S.
  check_inside(static_cast<double>(shares.size()) / count,
               interval_of_share(final_size(c.reproduction), count));
}

TEST_CASE("on a random network of four ties each a cascade with p = 1/2 reaches 85.41 %") {
  NetworkSpec spec = network(NetworkKind::regular, 10'000, 4);
  spec.per_replicate = true;
  // A tie fails to lead on with probability u = 1 - p + p u^3 = (sqrt(5) - 1) / 2; S = 1 - u^4.
  const double fails = (std::sqrt(5.0) - 1) / 2;
  const double size = 1 - std::pow(fails, 4);
  CHECK(size == Approx(0.8541).margin(5e-5));
  check_mean(take_offs(cascade(spec, 0.5, campaign("seeding", 1)), replicates(100)), size);
}

}  // namespace rapport::test
