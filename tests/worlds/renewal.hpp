// The closed form of the market's renewal process.
#pragma once

#include <cmath>

namespace rapport::test {

/// P(in the market at least once in `days` days): 1 - (1 - pi)^(1 + floor e) (1 - pi frac e), with
/// e = (days - 1) / w; MODEL's mechanism in-market.
inline double in_market_at_least_once(double share, double window_days, int days) {
  const double e = static_cast<double>(days - 1) / window_days;
  const double whole = std::floor(e);
  return 1 - std::pow(1 - share, 1 + whole) * (1 - share * (e - whole));
}

}  // namespace rapport::test
