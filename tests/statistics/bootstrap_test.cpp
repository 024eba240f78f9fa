#include "statistics/bootstrap.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "luck.hpp"
#include "statistics/best.hpp"
#include "statistics/sample.hpp"

using namespace rapport;

namespace {

Blocks blocks_of(const std::vector<std::vector<double>>& columns, std::size_t most) {
  return Blocks(columns.front().size(), columns.size(), most,
                [&](std::size_t replicate, std::span<double> row) {
                  for (std::size_t c = 0; c < columns.size(); ++c) row[c] = columns[c][replicate];
                });
}

double deviation_of(const std::vector<double>& values) {
  return describe(values).standard_deviation;
}

}  // namespace

TEST_CASE("every bootstrap sample is as large as the data") {
  const Resamples resamples(37, 50, Draws(9, 0));
  for (std::size_t b = 0; b < resamples.count(); ++b) {
    double total = 0;
    for (const double weight : resamples.weights(b)) total += weight;
    CHECK(total == 37);
  }
}

TEST_CASE("the BCa interval of Efron and Tibshirani's spatial data is the published one") {
  // Efron & Tibshirani (1993), chapter 14, test A: variance with divisor n, 171.5; the 90 %
  // interval printed in table 14.2 is 115.8 to 259.6.
  const std::vector<double> score = {48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6,
                                     0,  33, 28, 34, 4,  32, 24, 47, 41, 24, 26, 30, 41};
  const auto variance = [&](std::span<const double> weights) {
    double total = 0, sum = 0, squares = 0;
    for (std::size_t i = 0; i < score.size(); ++i) {
      total += weights[i];
      sum += weights[i] * score[i];
      squares += weights[i] * score[i] * score[i];
    }
    return squares / total - sum / total * (sum / total);
  };
  CHECK(variance(std::vector<double>(score.size(), 1.0)) == Approx(171.5).margin(0.05));
  const auto interval = bca_interval(variance, Resamples(score.size(), 20'000, Draws(1, 0)), 0.90);
  REQUIRE(interval);
  // The book used 2,000 samples; its own ends vary by two to three units.
  CHECK(interval->lower == Approx(115.8).margin(2.5));
  CHECK(interval->upper == Approx(259.6).margin(3.5));
}

TEST_CASE("the BCa interval of the same data is the same interval, bit for bit") {
  const std::vector<double> values = {1, 4, 2, 8, 5, 7};
  const auto mean = [&](std::span<const double> weights) {
    double total = 0, sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      total += weights[i];
      sum += weights[i] * values[i];
    }
    return sum / total;
  };
  const auto once = bca_interval(mean, Resamples(6, 500, Draws(3, 0)));
  const auto again = bca_interval(mean, Resamples(6, 500, Draws(3, 0)));
  REQUIRE(once);
  CHECK(once->lower == again->lower);
  CHECK(once->upper == again->upper);
  CHECK(once->contains(4.5));
}

TEST_CASE("a statistic that never varies has an interval without width") {
  const auto constant = [](std::span<const double>) { return 2.0; };
  const auto interval = bca_interval(constant, Resamples(8, 200, Draws(3, 0)));
  REQUIRE(interval);
  CHECK(interval->lower == 2);
  CHECK(interval->upper == 2);
}

TEST_CASE("one item cannot be resampled, and a statistic without a value has no interval") {
  const auto constant = [](std::span<const double>) { return 2.0; };
  const auto never = [](std::span<const double>) { return std::nan(""); };
  CHECK_FALSE(bca_interval(constant, Resamples(1, 200, Draws(3, 0))));
  CHECK_FALSE(bca_interval(never, Resamples(5, 200, Draws(3, 0))));
}

TEST_CASE("bootstrapped means spread as the standard error says, with blocks as without") {
  const std::vector<double> values = test::normal_column(Draws(5, 0), 0, 2'000);
  const double error = describe(values).standard_error * std::sqrt(1999.0 / 2000.0);
  for (const std::size_t most : {2'000, 150}) {
    const Blocks blocks = blocks_of({values}, most);
    REQUIRE(blocks.count() == most);
    CHECK(blocks.means().front() == Approx(describe(values).mean));
    const Resamples resamples(blocks.count(), 2'000, Draws(6, 0));
    // 150 blocks know a variance to about 12 %, so a deviation to about 6 %: twice that.
    CHECK(deviation_of(blocks.bootstrap_means(resamples)) == Approx(error).epsilon(0.12));
  }
}

TEST_CASE("a campaign that is better in every replicate is the best with certainty") {
  const std::vector<double> base = test::normal_column(Draws(5, 0), 0, 30);
  std::vector<double> better = base;
  for (double& value : better) value += 0.01;
  const Blocks blocks = blocks_of({base, better}, 400);
  const auto shares = probability_best(blocks, Resamples(30, 500, Draws(6, 0)));
  CHECK(shares[0] == 0);
  CHECK(shares[1] == 1);
}

TEST_CASE("identical campaigns share the first place equally") {
  const std::vector<double> base = test::normal_column(Draws(5, 0), 0, 30);
  const auto shares =
      probability_best(blocks_of({base, base}, 400), Resamples(30, 500, Draws(6, 0)));
  CHECK(shares[0] == Approx(0.5));
  CHECK(shares[1] == Approx(0.5));
}

TEST_CASE("the probability of being best is the normal tail beyond the standardised difference") {
  // A difference of mean m and standard error s is positive in a share Phi(m / s) of the samples.
  std::vector<double> difference = test::normal_column(Draws(7, 0), 0, 100);
  const Sample drawn = describe(difference);
  const double error = drawn.standard_error * std::sqrt(99.0 / 100.0);
  for (double& value : difference) value += error - drawn.mean;
  const Blocks blocks = blocks_of({difference, std::vector<double>(100, 0.0)}, 400);
  const auto shares = probability_best(blocks, Resamples(100, 4'000, Draws(8, 0)));
  CHECK(shares[0] == Approx(0.8413).margin(0.02));
}
