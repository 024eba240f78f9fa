#include "analysis/report/bar_chart.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/drawing.hpp"
#include "analysis/report/json_numbers.hpp"
#include "analysis/report/theme.hpp"

namespace rapport::report {
namespace {

constexpr double width = 440;
constexpr double bar_left = 8, words_width = 150;
constexpr double label_height = 20, bar_height = 17, bar_step = 21, row_gap = 10;

/// Furthest from zero among the bars of some rows.
double longest(const std::vector<BarRow>& rows) {
  double most = 0;
  for (const BarRow& row : rows) {
    for (const Bar& bar : row.bars) {
      if (std::isfinite(bar.value)) most = std::max(most, std::abs(bar.value));
    }
  }
  return most;
}

/// Rows with bars on both sides of zero, which lies in their middle: with a common scale all of
/// them, or lengths would not compare.
std::vector<bool> two_sided(const BarChart& chart) {
  std::vector<bool> rows;
  for (const BarRow& row : chart.rows) {
    rows.push_back(std::any_of(row.bars.begin(), row.bars.end(),
                               [](const Bar& bar) { return bar.value < 0; }));
  }
  const bool any = std::find(rows.begin(), rows.end(), true) != rows.end();
  if (any && chart.scale == BarScale::common) rows.assign(rows.size(), true);
  return rows;
}

/// Lengths between -1 and 1.
std::vector<std::vector<double>> lengths_of(const BarChart& chart) {
  const double common = longest(chart.rows);
  std::vector<std::vector<double>> all;
  for (const BarRow& row : chart.rows) {
    const double most = chart.scale == BarScale::common ? common : longest({row});
    auto& lengths = all.emplace_back();
    for (const Bar& bar : row.bars) {
      lengths.push_back(most > 0 && std::isfinite(bar.value) ? bar.value / most : 0);
    }
  }
  return all;
}

void draw_row(const BarChart& chart, const BarRow& row, const std::vector<double>& lengths,
              bool negative, double& y, Drawing& drawing) {
  drawing.text(bar_left, y + 14, row.label, Anchor::start, "b");
  y += label_height;
  const double room = width - bar_left - words_width;
  const double zero = negative ? bar_left + 0.5 * room : bar_left;
  const double full = negative ? 0.5 * room : room;
  for (std::size_t c = 0; c < row.bars.size(); ++c) {
    const double end = zero + full * lengths[c];
    const double from = std::min(zero, end), wide = std::max(std::abs(end - zero), 1.5);
    drawing.rectangle(from, y, wide, bar_height, fmt::format("f{}", chart.campaigns[c].style),
                      chart.campaigns[c].name);
    drawing.mark(from + wide + 9, y + 0.5 * bar_height, chart.campaigns[c].style, 4);
    drawing.text(from + wide + 18, y + 13, row.bars[c].words);
    y += bar_step;
  }
  if (negative)
    drawing.line(zero, y - bar_step * static_cast<double>(row.bars.size()), zero, y - 4, "zero");
  y += row_gap;
}

nlohmann::ordered_json data_of(const BarChart& chart,
                               const std::vector<std::vector<double>>& lengths,
                               const std::vector<bool>& signs) {
  nlohmann::ordered_json data = {{"kind", "bars"}, {"bars", nlohmann::ordered_json::array()}};
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    for (std::size_t c = 0; c < chart.campaigns.size(); ++c) {
      data["bars"].push_back({{"row", chart.rows[r].label},
                              {"name", chart.campaigns[c].name},
                              {"style", chart.campaigns[c].style},
                              {"length", short_number(lengths[r][c])},
                              {"signed", static_cast<bool>(signs[r])},
                              {"words", chart.rows[r].bars[c].words}});
    }
  }
  return data;
}

}  // namespace

Figure figure_of(const BarChart& chart) {
  Figure figure;
  figure.id = chart.id;
  figure.title = chart.title;
  figure.reading = chart.reading;
  figure.legend = chart.campaigns;
  const auto lengths = lengths_of(chart);
  const std::vector<bool> signs = two_sided(chart);
  Drawing drawing;
  double y = 4;
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    draw_row(chart, chart.rows[r], lengths[r], signs[r], y, drawing);
  }
  figure.drawing = drawing.str();
  figure.width = width;
  figure.height = y;
  figure.data = data_of(chart, lengths, signs);
  figure.table.head = {chart.first_head};
  for (const LegendEntry& campaign : chart.campaigns) figure.table.head.push_back(campaign.name);
  for (const BarRow& row : chart.rows) {
    auto& cells = figure.table.rows.emplace_back();
    cells.push_back(words(row.label));
    for (const Bar& bar : row.bars) cells.push_back({bar.words, bar.number});
  }
  return figure;
}

}  // namespace rapport::report
