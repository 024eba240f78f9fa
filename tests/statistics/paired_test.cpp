#include "statistics/paired.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "luck.hpp"

using namespace rapport;

TEST_CASE("Student's sleep data give the published paired comparison") {
  // Student (1908), hours of sleep gained under two drugs by ten patients.
  const std::vector<double> first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  const std::vector<double> second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  const PairedDifference pairs = compare_pairs(second, first);
  CHECK(pairs.difference.count == 10);
  CHECK(pairs.difference.mean == Approx(1.58));
  CHECK(pairs.difference.standard_deviation == Approx(1.23).margin(5e-3));
  CHECK(pairs.difference.mean / pairs.difference.standard_error == Approx(4.0621).margin(5e-5));
  REQUIRE(pairs.difference.interval);
  CHECK(pairs.difference.interval->lower == Approx(0.7001142).margin(5e-8));
  CHECK(pairs.difference.interval->upper == Approx(2.4598858).margin(5e-8));
  CHECK(pairs.positive == 9);
  CHECK(pairs.negative == 0);
  CHECK(pairs.probability_positive() == Approx(0.9));
}

TEST_CASE("shared luck makes the interval narrower by the share of variance it saves") {
  const Draws draws(1, 0);
  const std::vector<double> luck = test::normal_column(draws, 0, 200);
  const std::vector<double> own = test::normal_column(draws, 1, 200);
  std::vector<double> a(200), b(200);
  for (std::size_t i = 0; i < 200; ++i) {
    a[i] = 10 * luck[i];
    b[i] = 10 * luck[i] + own[i] + 3;
  }
  const PairedDifference pairs = compare_pairs(b, a);
  const double unpaired_error = std::hypot(describe(a).standard_error, describe(b).standard_error);
  REQUIRE(pairs.variance_saved);
  CHECK(*pairs.variance_saved > 0.99);
  CHECK(pairs.difference.standard_error ==
        Approx(unpaired_error * std::sqrt(1 - *pairs.variance_saved)));
  CHECK(pairs.difference.interval->half_width() < 0.1 * unpaired_error * t_critical_value(199));
}

TEST_CASE("opposite luck costs variance, and the share saved says so") {
  const PairedDifference pairs =
      compare_pairs(std::vector<double>{1, 2, 3}, std::vector<double>{3, 2, 1});
  REQUIRE(pairs.variance_saved);
  CHECK(*pairs.variance_saved == Approx(-1));
}

TEST_CASE("a campaign that is exactly the other has the interval from zero to zero") {
  const std::vector<double> a = {0.1, 7, -3, 22};
  const PairedDifference pairs = compare_pairs(a, a);
  CHECK(pairs.identical());
  REQUIRE(pairs.difference.interval);
  CHECK(pairs.difference.interval->lower == 0);
  CHECK(pairs.difference.interval->upper == 0);
}

TEST_CASE("a difference that is the same in every replicate has no spread but is not identity") {
  const PairedDifference pairs =
      compare_pairs(std::vector<double>{5, 6, 7}, std::vector<double>{3, 4, 5});
  CHECK_FALSE(pairs.identical());
  REQUIRE(pairs.difference.interval);
  CHECK(pairs.difference.interval->lower == 2);
  CHECK(pairs.difference.interval->upper == 2);
  CHECK(pairs.probability_positive() == 1);
}

TEST_CASE("a single pair has a difference and no interval") {
  const PairedDifference pairs = compare_pairs(std::vector<double>{5}, std::vector<double>{3});
  CHECK(pairs.difference.mean == 2);
  CHECK_FALSE(pairs.difference.interval);
  CHECK_FALSE(pairs.variance_saved);
}

TEST_CASE("a replicate that one campaign lacks is dropped from both and counted") {
  constexpr double missing = std::numeric_limits<double>::quiet_NaN();
  const PairedDifference pairs =
      compare_pairs(std::vector<double>{1, missing, 3, 4}, std::vector<double>{0, 100, missing, 2});
  CHECK(pairs.difference.count == 2);
  CHECK(pairs.difference.missing == 2);
  CHECK(pairs.difference.mean == 1.5);
}

TEST_CASE("two campaigns that do not vary save no variance, since there is none") {
  const PairedDifference pairs =
      compare_pairs(std::vector<double>{5, 5}, std::vector<double>{3, 3});
  CHECK_FALSE(pairs.variance_saved);
}
