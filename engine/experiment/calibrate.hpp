// Solves the intercepts that put the mean answers of the model where MODEL.md's Calibration wants
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parameters/parameters.hpp"

namespace rapport {

/// One intercept and the answer it is solved for: the mean per message sent to people without a
/// history, on `communities` of 5,000 people with mean degree 10.
struct CalibrationTarget {
  std::string_view name;  // constant in calibrated_intercepts.hpp
  ParameterSet set;
  std::string_view parameter;  // dotted name of the intercept
  double mean;
};

/// All targets.
std::vector<CalibrationTarget> calibration_targets();

/// Share of messages that are answered as the target wants it, at this intercept, through the real
/// engine: `replicates` populations of 5,000 people who are all addressed once on one day.
double answered_share(const CalibrationTarget& target, double intercept, std::uint32_t replicates);

/// The intercept with answered_share == mean, by bisection; the luck is the same at every step, so
/// the share grows with the intercept. Targets 0 and 1 give -99 and 99: never and always.
double solve_intercept(const CalibrationTarget& target, std::uint32_t replicates);

/// The text of engine/parameters/calibrated_intercepts.hpp.
std::string calibrated_header(std::uint32_t replicates);

}  // namespace rapport
