#include "statistics/simultaneous.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "luck.hpp"
#include "statistics/sample.hpp"

using namespace rapport;

namespace {

Eigen::MatrixXd equal_correlation(Eigen::Index contrasts, double value) {
  Eigen::MatrixXd correlation = Eigen::MatrixXd::Constant(contrasts, contrasts, value);
  correlation.diagonal().setOnes();
  return correlation;
}

}  // namespace

TEST_CASE("critical values are those of Dunnett's two-sided table") {
  MaxT max_t(Draws(1, 0));
  // Dunnett (1964), 5 %, correlation one half; the simulated value is known to about half a
  // percent.
  CHECK(max_t.critical_value(equal_correlation(2, 0.5), 10) == Approx(2.57).epsilon(0.012));
  CHECK(max_t.critical_value(equal_correlation(3, 0.5), 10) == Approx(2.76).epsilon(0.012));
  CHECK(max_t.critical_value(equal_correlation(3, 0.5), 20) == Approx(2.54).epsilon(0.012));
  CHECK(max_t.critical_value(equal_correlation(4, 0.5), 20) == Approx(2.65).epsilon(0.012));
  CHECK(max_t.critical_value(equal_correlation(9, 0.5), 20) == Approx(2.95).epsilon(0.012));
}

TEST_CASE("a single contrast needs exactly Student's t") {
  MaxT max_t(Draws(1, 0));
  CHECK(max_t.critical_value(equal_correlation(1, 0), 7) == t_critical_value(7));
}

TEST_CASE("contrasts that move as one need hardly more than a single one") {
  MaxT max_t(Draws(1, 0));
  CHECK(max_t.critical_value(equal_correlation(5, 1.0), 30) ==
        Approx(t_critical_value(30)).epsilon(0.012));
}

TEST_CASE("independent contrasts need what Sidak's formula says") {
  MaxT max_t(Draws(1, 0));
  const double sidak = t_critical_value(1e6, std::pow(0.95, 0.25));
  CHECK(max_t.critical_value(equal_correlation(4, 0.0), 1e6) == Approx(sidak).epsilon(0.012));
}

TEST_CASE("few replicates fall back on Bonferroni, since their correlation is not known") {
  MaxT max_t(Draws(1, 0));
  const std::vector<double> a = test::normal_column(Draws(2, 0), 0, 5);
  CHECK(max_t.critical_value({a, a}) == Approx(t_critical_value(4, 1 - 0.05 / 2)));
}

TEST_CASE("a contrast that does not vary needs no room") {
  MaxT max_t(Draws(1, 0));
  const std::vector<double> varying = test::normal_column(Draws(2, 0), 0, 12);
  const std::vector<double> constant(12, 3.0);
  CHECK(max_t.critical_value({varying, constant}) == Approx(t_critical_value(11)));
  CHECK(max_t.critical_value({constant, constant}) == 0);
}

TEST_CASE("a contrast with one replicate makes no interval possible") {
  MaxT max_t(Draws(1, 0));
  CHECK(std::isinf(max_t.critical_value({{1.0}, {2.0}})));
}

TEST_CASE("with four campaigns all intervals hold at once in about 95 % of experiments") {
  MaxT max_t(Draws(1, 0));
  constexpr std::uint32_t experiments = 2'000;
  constexpr std::size_t replicates = 20;
  int held = 0;
  int held_singly = 0;
  for (std::uint32_t experiment = 0; experiment < experiments; ++experiment) {
    const Draws draws(77, experiment);
    const std::vector<double> baseline = test::normal_column(draws, 0, replicates);
    std::vector<std::vector<double>> contrasts;
    for (std::uint32_t campaign = 1; campaign < 4; ++campaign) {
      contrasts.push_back(test::normal_column(draws, campaign, replicates));
      for (std::size_t r = 0; r < replicates; ++r) contrasts.back()[r] -= baseline[r];
    }
    const double critical = max_t.critical_value(contrasts);
    bool all = true;
    bool all_singly = true;
    for (const std::vector<double>& contrast : contrasts) {
      const Sample sample = describe(contrast);
      const double t = std::abs(sample.mean) / sample.standard_error;
      all = all && t <= critical;
      all_singly = all_singly && t <= t_critical_value(replicates - 1);
    }
    held += all ? 1 : 0;
    held_singly += all_singly ? 1 : 0;
  }
  // Binomial: 1,900 expected, standard deviation 9.7.
  CHECK(held > 1'866);
  CHECK(held < 1'934);
  CHECK(held_singly < 1'820);  // single intervals, taken together, hold too rarely
}

TEST_CASE("a difference of pure noise is taken for real in about 5 % of experiments") {
  constexpr std::uint32_t experiments = 2'000;
  int mistaken = 0;
  for (std::uint32_t experiment = 0; experiment < experiments; ++experiment) {
    const Sample noise = describe(test::normal_column(Draws(78, experiment), 0, 15));
    if (!noise.interval->contains(0)) ++mistaken;
  }
  CHECK(mistaken > 66);  // 100 expected, standard deviation 9.7
  CHECK(mistaken < 134);
}
