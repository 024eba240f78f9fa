// Properties over random scenarios: RapidCheck generates and shrinks, the run is always the same.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <rapidcheck.h>
#include <string>

#include "tests/worlds/setting.hpp"

namespace rapport::test {

/// Checks a property on random cases. They are the same ones every time, so that a failure today is
/// a failure tomorrow; RC_PARAMS in the environment asks for others ("seed=7 max_success=1000").
template <class Property>
bool holds(const std::string& sentence, Property property) {
  const std::string usual =
      "seed=20261 max_success=" + std::to_string(std::max(20u, 200u / slowness));
  setenv("RC_PARAMS", usual.c_str(), 0);
  return rc::check(sentence, std::move(property));
}

/// A number in [low, high] by its place, 0 to 1,000. Places near 0 stay near `low` in proportion,
/// so that ranges over many orders of magnitude are met at small numbers too.
inline double at_place(double low, double high, int place) {
  const double fraction = place / 1'000.0;
  return low +
         (high - low) * (high - low > 10 ? fraction * fraction * fraction * fraction : fraction);
}

}  // namespace rapport::test
