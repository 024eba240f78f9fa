#include "statistics/sample.hpp"

#include <cmath>
#include <limits>

namespace rapport {

Sample describe(std::span<const double> values, double confidence) {
  Sample sample;
  double sum = 0;
  for (const double value : values) {
    if (std::isnan(value)) {
      ++sample.missing;
      continue;
    }
    ++sample.count;
    sum += value;
  }
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  const auto n = static_cast<double>(sample.count);
  sample.mean = sample.count > 0 ? sum / n : unknown;
  if (sample.count < 2) {
    sample.standard_deviation = sample.standard_error = unknown;
    return sample;
  }
  // Two passes with the rounding error of the mean taken out: constant values give exactly 0 when
  // their mean is exact, and close to it otherwise (one pass of squares can even go negative).
  double squares = 0;
  double rest = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    squares += (value - sample.mean) * (value - sample.mean);
    rest += value - sample.mean;
  }
  const double variance = (squares - rest * rest / n) / (n - 1);
  sample.standard_deviation = variance > 0 ? std::sqrt(variance) : 0;
  sample.standard_error = sample.standard_deviation / std::sqrt(n);
  const double reach = t_critical_value(n - 1, confidence) * sample.standard_error;
  sample.interval = Interval{sample.mean - reach, sample.mean + reach};
  return sample;
}

}  // namespace rapport
