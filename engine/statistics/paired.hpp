// Two campaigns that shared their luck, compared replicate by replicate.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "statistics/sample.hpp"

namespace rapport {

struct PairedDifference {
  /// Of the differences; `missing` counts the pairs of which one side or both were NaN.
  Sample difference;
  std::size_t positive = 0;  // replicates in which the first is larger
  std::size_t negative = 0;  // replicates in which the second is larger
  /// 1 - var(a - b) / (var(a) + var(b)): share of the variance that sharing luck took away, below 0
  /// when it added some. None when fewer than two pairs or when neither side varies.
  std::optional<double> variance_saved;

  /// Not one pair differs; true with a single pair as well, since it is a fact, not an estimate.
  bool identical() const { return difference.count > 0 && positive == 0 && negative == 0; }
  /// Share of replicates in which the first is larger; NaN without pairs.
  double probability_positive() const;
};

/// a - b for every replicate; NaN where either is NaN. Both must have the same length.
std::vector<double> paired_differences(std::span<const double> a, std::span<const double> b);

/// Compares a with b. A constant difference has the interval [d, d], and no difference [0, 0].
PairedDifference compare_pairs(std::span<const double> a, std::span<const double> b,
                               double confidence = usual_confidence);

}  // namespace rapport
