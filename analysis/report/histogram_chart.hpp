// How many people hold which value, one panel for each campaign.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/figure.hpp"

namespace rapport::report {

struct HistogramPanel {
  LegendEntry campaign;
  std::vector<double> before;  // people in each bin on the first day
  std::vector<double> after;   // on the last day
};

/// Equal bins of 0 to 1.
struct HistogramChart {
  std::string id, title, reading;
  std::string x_label;
  std::string before, after;  // "day 1", "day 180"
  std::vector<HistogramPanel> panels;
};

Figure figure_of(const HistogramChart& chart);

}  // namespace rapport::report
