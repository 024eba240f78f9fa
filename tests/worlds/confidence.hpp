// Checks a simulated mean against a theoretical one, within the interval that so many draws allow.
#pragma once

#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "statistics/sample.hpp"

namespace rapport::test {

/// Every check of a simulated number allows what chance does in 999 of 1,000 repetitions, unless
/// the test says otherwise. Seeds are fixed, so a check that holds once holds always.
inline constexpr double confidence = 0.999;

/// Where the mean of `count` independent values lies with that probability, the standard deviation
/// of one being known.
inline Interval interval_of_mean(double mean, double standard_deviation, double count,
                                 double probability = confidence) {
  const double z = boost::math::quantile(boost::math::normal(), 0.5 + 0.5 * probability);
  const double half = z * standard_deviation / std::sqrt(count);
  return {mean - half, mean + half};
}

/// The same for the share of `count` independent trials that succeed.
inline Interval interval_of_share(double chance, double count, double probability = confidence) {
  return interval_of_mean(chance, std::sqrt(chance * (1 - chance)), count, probability);
}

inline void check_inside(double value, const Interval& interval) {
  CHECK(value >= interval.lower);
  CHECK(value <= interval.upper);
}

/// Student's interval around the mean of the values holds what theory expects.
inline void check_mean(const std::vector<double>& values, double expected,
                       double probability = confidence) {
  const Sample sample = describe(values, probability);
  INFO("mean " << sample.mean << " of " << sample.count << ", standard error "
               << sample.standard_error);
  REQUIRE(sample.missing == 0);
  check_inside(expected, *sample.interval);
}

}  // namespace rapport::test
