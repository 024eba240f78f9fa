// The course of a measure over the days, for every campaign, with the band most runs lie in.
#pragma once

#include <vector>

#include "analysis/findings/result_table.hpp"

namespace rapport {

/// Share of the runs that lie within the band of a course, as many above it as below.
inline constexpr double band_share = 0.9;

/// One campaign; one entry a day, NaN when no run is there.
struct Course {
  std::vector<double> mean;
  std::vector<double> low;  // ends of the band
  std::vector<double> high;
};

struct MeasureCourse {
  Measure measure{};
  std::vector<Course> campaigns;  // empty when no daily series were kept
};

/// Flows are added up from the first day on, stocks are as at the end of the day. Runs that are
/// missing are left out of every campaign by themselves: the curves are no paired comparison.
MeasureCourse measure_course(const ResultTable& table, Measure measure, std::uint32_t point);

}  // namespace rapport
