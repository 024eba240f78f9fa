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

/// Where two campaigns tie along one row, from left to right, or along one column. `at` and the
/// band are values of the parameter along it.
struct HeatBorder {
  enum class Along { row, column };
  Along along = Along::row;
  std::size_t line = 0;  // which row or column
  double at = 0;
  Interval band;
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
