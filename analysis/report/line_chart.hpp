// Courses over days or over the values of a parameter, with bands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/figure.hpp"
#include "statistics/interval.hpp"

namespace rapport::report {

struct LineSeries {
  LegendEntry name;
  std::vector<double> y, low, high;  // one each x; `low` and `high` empty when there is no band
};

/// A place along x that matters, such as the day on which the ranking turns.
struct LineNotice {
  double x = 0;
  std::optional<Interval> band;
  std::string words;
};

struct LineChart {
  std::string id, title, reading;
  std::string x_label, y_label;  // with units
  std::vector<double> x;
  std::vector<LineSeries> series;
  std::optional<LineNotice> notice;
  std::string band_words;  // what the band is, for the heads of the table
  bool zero = false;       // draw where y is 0, and make sure that it is seen
};

Figure figure_of(const LineChart& chart);

/// At most `most` positions of `count`, evenly spread, the first and the last one among them.
std::vector<std::size_t> spread_positions(std::size_t count, std::size_t most);

}  // namespace rapport::report
