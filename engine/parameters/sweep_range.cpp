#include "parameters/sweep_range.hpp"

#include <algorithm>
#include <cmath>

namespace rapport {
namespace {

/// low x (high / low)^share. The mathematical library's pow differs between machines in its last
/// bit, square roots do not: the factor of each binary digit of `share` is the root of the one
/// before.
double between_log(double low, double high, double share) {
  if (share >= 1) return high;
  double value = low;
  double factor = high / low;
  while (share > 0) {
    factor = std::sqrt(factor);
    share *= 2;
    if (share >= 1) {
      value *= factor;
      share -= 1;
    }
  }
  return value;
}

double between(const SweepRange& range, double low, double high, double share) {
  if (range.scale == SweepScale::log) return between_log(low, high, share);
  return low + (high - low) * share;
}

}  // namespace

double value_in(const SweepRange& range, double share) {
  const double value = range.whole ? std::floor(between(range, range.low, range.high + 1, share))
                                   : between(range, range.low, range.high, share);
  return std::clamp(value, range.low, range.high);
}

double node_in(const SweepRange& range, double share) {
  if (!range.whole) return value_in(range, share);
  const double exact = between(range, range.low, range.high, share);
  const double below = std::floor(exact);
  const bool is_log = range.scale == SweepScale::log;
  const bool is_nearer_above = is_log ? exact * exact >= below * (below + 1) : exact - below >= 0.5;
  return std::clamp(is_nearer_above ? below + 1 : below, range.low, range.high);
}

}  // namespace rapport
