// Two rankings side by side: a line that crosses another is a ranking that flips.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/figure.hpp"

namespace rapport::report {

struct SlopeChart {
  std::string id, title, reading;
  std::string left, right;  // what the two sides rank by
  std::vector<LegendEntry> campaigns;
  std::vector<std::size_t> left_rank, right_rank;  // from 1; equal ones tie
};

Figure figure_of(const SlopeChart& chart);

}  // namespace rapport::report
