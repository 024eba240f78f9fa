#include "analysis/report/histogram_chart.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/drawing.hpp"
#include "analysis/report/json_numbers.hpp"
#include "analysis/report/markup.hpp"

namespace rapport::report {
namespace {

constexpr double width = 440, left = 62, right = 12, panel_height = 96, label_height = 24,
                 bottom = 44;
constexpr std::size_t most_letters = 40;

/// Powers of ten up to the largest count.
int decades_of(const HistogramChart& chart) {
  double most = 10;
  for (const HistogramPanel& panel : chart.panels) {
    for (const auto* counts : {&panel.before, &panel.after}) {
      for (const double count : *counts) most = std::max(most, count);
    }
  }
  return static_cast<int>(std::ceil(std::log10(most)));
}

/// Nobody lies on the floor, one person a step above it, ten the next step: most people are in one
/// bin, and the few others are what matters.
struct PeopleScale {
  double floor = 0;  // pixels
  int decades = 1;

  double operator()(double count) const {
    if (count < 1) return floor;
    return floor - panel_height * (1 + std::log10(count)) / (1 + decades);
  }
};

/// The outline of bars that stand side by side.
std::string outline(const std::vector<double>& counts, const Scale& x, const PeopleScale& y) {
  std::vector<double> xs, ys;
  for (std::size_t bin = 0; bin < counts.size(); ++bin) {
    const auto from = static_cast<double>(bin) / static_cast<double>(counts.size());
    const auto to = static_cast<double>(bin + 1) / static_cast<double>(counts.size());
    xs.insert(xs.end(), {x(from), x(to)});
    ys.insert(ys.end(), {y(counts[bin]), y(counts[bin])});
  }
  return line_data(xs, ys);
}

void draw_panel(const HistogramPanel& panel, int decades, double top, Drawing& drawing) {
  const Scale x = {0, 1, left, width - right};
  const PeopleScale y = {top + panel_height, decades};
  drawing.text(left, top - 8, shortened(panel.campaign.name, most_letters), Anchor::start, "b");
  for (int power = -1; power <= decades; ++power) {
    const double count = power < 0 ? 0 : std::pow(10, power);
    drawing.line(left, y(count), width - right, y(count), "grid");
    drawing.text(left - 6, y(count) + 4, tick_words(count), Anchor::end, "q");
  }
  const auto bins = static_cast<double>(panel.after.size());
  for (std::size_t bin = 0; bin < panel.after.size(); ++bin) {
    const double from = x(static_cast<double>(bin) / bins) + 1;
    drawing.rectangle(from, y(panel.after[bin]), x(1 / bins) - x(0) - 2,
                      y.floor - y(panel.after[bin]), fmt::format("f{}", panel.campaign.style));
  }
  drawing.path(outline(panel.before, x, y), "turn");
}

void add_rows(const HistogramPanel& panel, Figure& figure) {
  const auto bins = static_cast<double>(panel.after.size());
  for (std::size_t bin = 0; bin < panel.after.size(); ++bin) {
    const double from = static_cast<double>(bin) / bins, to = static_cast<double>(bin + 1) / bins;
    figure.table.rows.push_back({words(panel.campaign.name),
                                 {fmt::format("{:.2f} to {:.2f}", from, to), from},
                                 number_cell(panel.before[bin]),
                                 number_cell(panel.after[bin])});
  }
}

}  // namespace

Figure figure_of(const HistogramChart& chart) {
  Figure figure;
  figure.id = chart.id;
  figure.title = chart.title;
  figure.reading = chart.reading;
  figure.width = width;
  figure.data = {{"kind", "histogram"},
                 {"x_label", chart.x_label},
                 {"before", chart.before},
                 {"after", chart.after},
                 {"panels", nlohmann::ordered_json::array()}};
  figure.table.head = {"Campaign", chart.x_label, "People on " + chart.before,
                       "People on " + chart.after};
  const int decades = decades_of(chart);
  Drawing drawing;
  double y = label_height;
  for (const HistogramPanel& panel : chart.panels) {
    draw_panel(panel, decades, y, drawing);
    y += panel_height + label_height + 8;
    figure.data["panels"].push_back({{"name", panel.campaign.name},
                                     {"style", panel.campaign.style},
                                     {"before", short_numbers(panel.before)},
                                     {"after", short_numbers(panel.after)}});
    add_rows(panel, figure);
  }
  y -= label_height + 8;
  for (const double tick : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) {
    drawing.text(left + tick * (width - left - right), y + 18, tick_words(tick), Anchor::middle,
                 "q");
  }
  drawing.text(0.5 * (left + width), y + 38, chart.x_label, Anchor::middle, "q");
  figure.drawing = drawing.str();
  figure.height = y + bottom;
  return figure;
}

}  // namespace rapport::report
