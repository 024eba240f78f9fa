#include "statistics/replicates_needed.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/interval.hpp"

namespace rapport {

std::optional<std::size_t> replicates_needed(double standard_deviation, double half_width,
                                             double inflation) {
  constexpr double most = 1e9;
  constexpr double normal_critical_value = 1.959963984540054;
  if (!(half_width > 0) || !(standard_deviation >= 0)) return std::nullopt;
  const double ratio = inflation * standard_deviation / half_width;
  const double normal = normal_critical_value * ratio;
  if (!(normal * normal < most)) return std::nullopt;
  // Student's t is always above the normal value, so the answer is at or shortly above this start.
  auto n = std::max<std::size_t>(2, static_cast<std::size_t>(normal * normal));
  while (t_critical_value(static_cast<double>(n - 1)) * ratio > std::sqrt(static_cast<double>(n))) {
    ++n;
  }
  return n;
}

}  // namespace rapport
