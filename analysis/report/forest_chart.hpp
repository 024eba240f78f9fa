// Differences from the baseline, each with its interval, around the line of no difference.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/figure.hpp"
#include "statistics/interval.hpp"

namespace rapport::report {

struct ForestEntry {
  LegendEntry campaign;
  double estimate = 0;
  Interval interval;
  /// Direction that is good for the sender: 1, -1, or 0 where neither is.
  int good = 0;
  double effect_size = 0;                // difference in standard deviations of the differences
  std::optional<double> variance_saved;  // share that the shared luck took away
  double share_positive = 0;             // of runs in which the campaign has more
  std::string words;                     // "+2,040 (+2,030 to +2,050)"
  std::string verdict;                   // "better"
};

struct ForestRow {
  std::string label;  // measure with its unit
  std::vector<ForestEntry> entries;
};

struct ForestChart {
  std::string id, title, reading;
  std::string left, right;  // what lies on either side: "worse than A", "better"
  std::vector<LegendEntry> campaigns;
  std::vector<ForestRow> rows;
};

/// What is good for the sender lies right of the line in every row; each row has its own scale.
Figure figure_of(const ForestChart& chart);

}  // namespace rapport::report
