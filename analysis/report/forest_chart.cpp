#include "analysis/report/forest_chart.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "analysis/report/drawing.hpp"
#include "analysis/report/json_numbers.hpp"

namespace rapport::report {
namespace {

constexpr double width = 440, middle = 220, reach = 190;
constexpr double top = 34, label_height = 20, entry_step = 36, row_gap = 8;

/// Where the ends of an entry lie between -1 and 1, good on the right.
struct Placed {
  double estimate = 0, low = 0, high = 0;
};

Placed placed(const ForestEntry& entry, double furthest) {
  const double scale = (entry.good < 0 ? -1 : 1) / (furthest > 0 ? furthest : 1);
  const double a = scale * entry.interval.lower, b = scale * entry.interval.upper;
  return {scale * entry.estimate, std::min(a, b), std::max(a, b)};
}

double furthest_of(const ForestRow& row) {
  double most = 0;
  for (const ForestEntry& entry : row.entries) {
    most = std::max({most, std::abs(entry.interval.lower), std::abs(entry.interval.upper)});
  }
  return most;
}

void draw_entry(const ForestEntry& entry, const Placed& at, double y, Drawing& drawing) {
  const double low = middle + reach * at.low, high = middle + reach * at.high;
  const std::string line = fmt::format("line l{}", entry.campaign.style);
  drawing.line(low, y, std::max(high, low + 1), y, line);
  for (const double end : {low, high}) drawing.line(end, y - 5, end, y + 5, line);
  drawing.mark(middle + reach * at.estimate, y, entry.campaign.style, 5.5);
  drawing.text(middle, y + 20, entry.words + "  " + entry.verdict, Anchor::middle, "q on-line");
}

std::vector<TableCell> table_row(const ForestRow& row, const ForestEntry& entry) {
  const double none = std::nan("");
  return {words(row.label),
          words(entry.campaign.name),
          number_cell(entry.estimate),
          number_cell(entry.interval.lower),
          number_cell(entry.interval.upper),
          words(entry.verdict),
          number_cell(entry.effect_size),
          number_cell(100 * entry.share_positive),
          number_cell(entry.variance_saved ? 100 * *entry.variance_saved : none)};
}

}  // namespace

Figure figure_of(const ForestChart& chart) {
  Figure figure;
  figure.id = chart.id;
  figure.title = chart.title;
  figure.reading = chart.reading;
  figure.legend = chart.campaigns;
  figure.data = {{"kind", "forest"},
                 {"left", chart.left},
                 {"right", chart.right},
                 {"entries", nlohmann::ordered_json::array()}};
  figure.table.head = {"Measure",
                       "Campaign",
                       "Difference",
                       "From",
                       "To",
                       "Verdict",
                       "Effect size",
                       "Runs with more (%)",
                       "Variance saved by shared luck (%)"};
  Drawing drawing;
  drawing.text(middle - 8, 18, "\xE2\x86\x90 " + chart.left, Anchor::end, "q");
  drawing.text(middle + 8, 18, chart.right + " \xE2\x86\x92", Anchor::start, "q");
  Drawing entries;
  double y = top;
  for (const ForestRow& row : chart.rows) {
    entries.text(8, y + 12, row.label, Anchor::start, "b");
    y += label_height;
    const double furthest = furthest_of(row);
    for (const ForestEntry& entry : row.entries) {
      const Placed at = placed(entry, furthest);
      draw_entry(entry, at, y + 8, entries);
      y += entry_step;
      figure.data["entries"].push_back({{"row", row.label},
                                        {"name", entry.campaign.name},
                                        {"style", entry.campaign.style},
                                        {"at", short_number(at.estimate)},
                                        {"low", short_number(at.low)},
                                        {"high", short_number(at.high)},
                                        {"words", entry.words},
                                        {"verdict", entry.verdict}});
      figure.table.rows.push_back(table_row(row, entry));
    }
    y += row_gap;
  }
  drawing.line(middle, top - 8, middle, y - row_gap, "zero");
  figure.drawing = drawing.str() + entries.str();
  figure.width = width;
  figure.height = y;
  return figure;
}

}  // namespace rapport::report
