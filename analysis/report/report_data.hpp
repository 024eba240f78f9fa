// Everything that a report says about one result, gathered before anything is drawn.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/findings/comparison.hpp"
#include "analysis/findings/courses.hpp"
#include "analysis/findings/evidence.hpp"
#include "analysis/findings/sensitivity.hpp"
#include "analysis/findings/ties.hpp"
#include "results/result_reader.hpp"

namespace rapport::report {

struct ReportOptions {
  std::optional<std::size_t> baseline;  // index of a campaign; default: the design's
  std::uint32_t point = 0;              // of a sweep, that is looked at closely
};

/// Names of campaigns are isolated (see markup.hpp), so that sentences may be put together of them.
struct ReportData {
  Comparison overview;  // all design points; of several, only `tie_measures` by point
  Comparison detail;    // the one looked at closely; the same when there is just one
  std::uint32_t point = 0;
  std::vector<MeasureCourse> courses;  // of that point; empty without daily series
  NetworkSample network;               // without people when none was kept
  std::vector<Snapshots> pictures;     // by campaign; empty when they are of another point
  Evidence evidence;
  bool sampled = false;          // the design's points lie on no lines that a chart could follow
  std::vector<TieFinding> ties;  // where campaigns tie along swept parameters
  std::optional<Sensitivity> sensitivity;  // when the sweep tells any and no run is missing
  std::string version;                     // of the program that writes the report
};

/// Measures whose courses a report draws.
inline constexpr std::array course_measures = {Measure::mean_trust, Measure::mean_annoyance,
                                               Measure::trusted_relationships,
                                               Measure::burned_share};

/// Measures whose course along a sweep a report shows, and where campaigns tie in them.
inline constexpr std::array tie_measures = {Measure::profit, Measure::trusted_relationships};

/// Reads what is needed of a result and finds what may be said. The point must exist.
ReportData gather(const ResultReader& reader, const ReportOptions& options);

}  // namespace rapport::report
