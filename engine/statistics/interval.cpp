#include "statistics/interval.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "core/contract.hpp"

namespace rapport {

double t_critical_value(double degrees_of_freedom, double confidence) {
  RAPPORT_EXPECTS(degrees_of_freedom > 0 && confidence > 0 && confidence < 1);
  const boost::math::students_t student(degrees_of_freedom);
  return boost::math::quantile(boost::math::complement(student, 0.5 * (1 - confidence)));
}

double sorted_quantile(const double* sorted, std::size_t count, double probability) {
  RAPPORT_EXPECTS(count > 0 && probability >= 0 && probability <= 1);
  const double place = probability * static_cast<double>(count - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, count - 1);
  const double share = place - std::floor(place);
  return sorted[below] + share * (sorted[above] - sorted[below]);
}

}  // namespace rapport
