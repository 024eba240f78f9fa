// Who is ahead at each point of a sweep of two parameters, and where the border runs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/figure.hpp"
#include "statistics/interval.hpp"

namespace rapport::report {

struct HeatCell {
  std::size_t column = 0, row = 0;
  /// Campaign that is ahead; none when it cannot be told.
  std::optional<std::size_t> leader;
  double number = 0;  // what CSV holds
  std::string words;  // "+12"
};

/// Where two campaigns tie in one row; `at` and the band lie between the values of the columns.
struct HeatBorder {
  std::size_t row = 0;
  double at = 0;
  std::optional<Interval> band;
};

struct HeatMap {
  std::string id, title, reading;
  std::string x_label, y_label, value_label;
  std::vector<double> x, y;  // values of the columns and of the rows, ascending
  std::vector<LegendEntry> campaigns;
  std::vector<HeatCell> cells;
  std::vector<HeatBorder> borders;
};

Figure figure_of(const HeatMap& map);

}  // namespace rapport::report
