// An interval of plausible values, and the quantiles it is made from.
#pragma once

#include <cstddef>

namespace rapport {

/// Share of repeated experiments whose interval holds the true value.
inline constexpr double usual_confidence = 0.95;

struct Interval {
  double lower = 0;
  double upper = 0;

  double half_width() const { return 0.5 * (upper - lower); }
  bool contains(double value) const { return lower <= value && value <= upper; }
};

/// Two-sided critical value of Student's t: |T| stays below it with probability `confidence`.
/// Needs degrees_of_freedom > 0 and confidence in (0, 1).
double t_critical_value(double degrees_of_freedom, double confidence = usual_confidence);

/// The value that a share `probability` of sorted data lies below, linear between neighbours
/// (Hyndman & Fan 1996, type 7). `sorted` ascending and not empty.
double sorted_quantile(const double* sorted, std::size_t count, double probability);

}  // namespace rapport
