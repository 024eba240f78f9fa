// The day on which the ranking of two campaigns turns for good.
#pragma once

#include <span>
#include <vector>

#include "analysis/findings/comparison.hpp"
#include "analysis/findings/inference.hpp"

namespace rapport {

/// Cumulative course of one measure for every campaign at one design point.
struct DailyCourse {
  Measure measure{};
  std::size_t campaigns = 0;
  std::size_t replicates = 0;
  std::size_t days = 0;
  /// [campaign][replicate][day], as the result keeps it: flows by day, stocks at its end; NaN where
  /// a run is missing. Flows are added up here.
  std::span<const float> values;
};

/// For every pair of campaigns, first < second.
std::vector<TurningDay> turning_days(const DailyCourse& course, Inference& inference);

/// First day from which the sign of `difference` equals its last sign without a break of the
/// opposite sign (zeros break nothing); none when the opposite sign never occurs or the last value
/// is zero.
std::optional<Day> last_crossing(std::span<const double> difference);

}  // namespace rapport
