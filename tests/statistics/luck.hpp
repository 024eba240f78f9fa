// Normal deviates with addresses, so that a simulated experiment is the same every time.
#pragma once

#include <boost/math/distributions/normal.hpp>
#include <cstdint>
#include <vector>

#include "core/random.hpp"

namespace rapport::test {

inline double normal_deviate(const Draws& draws, std::uint32_t item, std::uint32_t column) {
  const float uniform =
      draws.uniform(PersonId{item}, static_cast<Day>(column), 1, Purpose::critical_value);
  return boost::math::quantile(boost::math::normal(), static_cast<double>(uniform));
}

/// `count` standard normal deviates of one column of one experiment.
inline std::vector<double> normal_column(const Draws& draws, std::uint32_t column,
                                         std::size_t count) {
  std::vector<double> values(count);
  for (std::uint32_t i = 0; i < count; ++i) values[i] = normal_deviate(draws, i, column);
  return values;
}

}  // namespace rapport::test
