// The mean of independent replicates and how well it is known.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "statistics/interval.hpp"

namespace rapport {

struct Sample {
  std::size_t count = 0;             // values that are numbers
  std::size_t missing = 0;           // values that are NaN, left out
  double mean = 0;                   // NaN when count is 0
  double standard_deviation = 0;     // divisor count - 1; NaN when count is below 2
  double standard_error = 0;         // of the mean; NaN when count is below 2
  std::optional<Interval> interval;  // Student's t; none when count is below 2
};

/// Describes replicates; NaN marks a missing one and is never replaced by a guess.
/// Sums run in the order of the replicates, so equal input gives equal bits.
Sample describe(std::span<const double> values, double confidence = usual_confidence);

}  // namespace rapport
