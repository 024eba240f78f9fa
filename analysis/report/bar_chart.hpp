// Bars of all campaigns under each other, for each of several quantities.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/figure.hpp"

namespace rapport::report {

struct Bar {
  double value = 0;   // how long it is
  std::string words;  // what stands beside it
  double number = 0;  // what CSV holds
};

/// One quantity: a bar for each campaign.
struct BarRow {
  std::string label;  // with its unit
  std::vector<Bar> bars;
};

enum class BarScale {
  by_row,  // the longest bar of each row has the full length
  common,  // the longest bar of all has it
};

struct BarChart {
  std::string id, title, reading;
  std::string first_head;  // of the table's first column: "Measure"
  std::vector<LegendEntry> campaigns;
  std::vector<BarRow> rows;
  BarScale scale = BarScale::by_row;
};

Figure figure_of(const BarChart& chart);

}  // namespace rapport::report
