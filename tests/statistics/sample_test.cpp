#include "statistics/sample.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace rapport;

TEST_CASE("critical values of Student's t are those of the printed tables") {
  CHECK(t_critical_value(1) == Approx(12.706).margin(5e-4));
  CHECK(t_critical_value(5) == Approx(2.571).margin(5e-4));
  CHECK(t_critical_value(9) == Approx(2.262).margin(5e-4));
  CHECK(t_critical_value(30) == Approx(2.042).margin(5e-4));
  CHECK(t_critical_value(1e7) == Approx(1.960).margin(5e-4));
  CHECK(t_critical_value(10, 0.99) == Approx(3.169).margin(5e-4));
}

TEST_CASE("a mean is known within t times its standard error") {
  const std::vector<double> values = {4, 7, 13, 16};  // mean 10, squares 90, variance 30
  const Sample sample = describe(values);
  CHECK(sample.count == 4);
  CHECK(sample.mean == 10);
  CHECK(sample.standard_deviation == Approx(std::sqrt(30.0)));
  CHECK(sample.standard_error == Approx(std::sqrt(7.5)));
  REQUIRE(sample.interval);
  CHECK(sample.interval->half_width() == Approx(3.18245 * std::sqrt(7.5)).epsilon(1e-5));
}

TEST_CASE("one replicate has a mean and no interval") {
  const Sample sample = describe(std::vector<double>{3.5});
  CHECK(sample.mean == 3.5);
  CHECK(std::isnan(sample.standard_deviation));
  CHECK_FALSE(sample.interval);
}

TEST_CASE("no replicate has neither a mean nor an interval") {
  const Sample sample = describe(std::vector<double>{});
  CHECK(sample.count == 0);
  CHECK(std::isnan(sample.mean));
  CHECK_FALSE(sample.interval);
}

TEST_CASE("a missing replicate is counted and left out, never read as zero") {
  constexpr double missing = std::numeric_limits<double>::quiet_NaN();
  const Sample sample = describe(std::vector<double>{4, missing, 6});
  CHECK(sample.count == 2);
  CHECK(sample.missing == 1);
  CHECK(sample.mean == 5);
}

TEST_CASE(
    "values that never vary have no spread, even where their mean cannot be written exactly") {
  const Sample sample = describe(std::vector<double>(7, 0.1));
  REQUIRE(sample.interval);
  CHECK(sample.interval->half_width() < 1e-16);
}

TEST_CASE("quantiles of sorted data are linear between neighbours") {
  const std::vector<double> sorted = {1, 2, 4, 8};
  CHECK(sorted_quantile(sorted.data(), 4, 0) == 1);
  CHECK(sorted_quantile(sorted.data(), 4, 0.5) == 3);
  CHECK(sorted_quantile(sorted.data(), 4, 1) == 8);
}
