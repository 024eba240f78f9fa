// How many replicates make a mean as well known as somebody wants.
#pragma once

#include <cstddef>
#include <optional>

namespace rapport {

/// Smallest total number of replicates (at least 2) whose expected interval reaches at most
/// `half_width` to either side: t(n - 1) x inflation x standard_deviation / sqrt(n) <= half_width.
/// `inflation` is how much wider a simultaneous interval is than a single one. None when the half
/// width is not positive, the deviation is not a number, or more than 10^9 would be needed.
std::optional<std::size_t> replicates_needed(double standard_deviation, double half_width,
                                             double inflation = 1);

}  // namespace rapport
