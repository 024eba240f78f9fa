#include "analysis/report/line_chart.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/drawing.hpp"
#include "analysis/report/json_numbers.hpp"

namespace rapport::report {
namespace {

constexpr double width = 440, height = 270;
constexpr double left = 62, right = 12, top = 24, bottom = 44;
/// More points than pixels tell nothing.
constexpr std::size_t most_drawn = 120;
constexpr std::size_t most_in_table = 20;
constexpr std::size_t marks_on_a_line = 6;

struct Axes {
  Scale x, y;
  Range x_range, y_range;
};

Axes axes_of(const LineChart& chart) {
  std::vector<double> all;
  for (const LineSeries& series : chart.series) {
    for (const auto* values : {&series.y, &series.low, &series.high}) {
      all.insert(all.end(), values->begin(), values->end());
    }
  }
  if (chart.zero) all.push_back(0);
  Axes axes;
  axes.y_range = round_range(all);
  axes.x_range = round_range(chart.x);
  const double first = chart.x.empty() ? 0 : chart.x.front();
  const double last = chart.x.empty() ? 1 : chart.x.back();
  axes.x = {first, last > first ? last : first + 1, left, width - right};
  axes.y = {axes.y_range.low, axes.y_range.high, height - bottom, top};
  return axes;
}

void draw_axes(const LineChart& chart, const Axes& axes, Drawing& drawing) {
  for (const double tick : axes.y_range.ticks()) {
    const double y = axes.y(tick);
    const bool zero = chart.zero && std::abs(tick) < 1e-12;
    drawing.line(left, y, width - right, y, zero ? "zero" : "grid");
    drawing.text(left - 6, y + 4, tick_words(tick), Anchor::end, "q");
  }
  for (const double tick : axes.x_range.ticks()) {
    if (tick < axes.x.from || tick > axes.x.to) continue;
    const double x = axes.x(tick);
    drawing.line(x, height - bottom, x, height - bottom + 4, "zero");
    drawing.text(x, height - bottom + 18, tick_words(tick), Anchor::middle, "q");
  }
  drawing.text(left - 54, 14, chart.y_label, Anchor::start, "q");
  drawing.text(0.5 * (left + width - right), height - 6, chart.x_label, Anchor::middle, "q");
}

void draw_notice(const LineNotice& notice, const Axes& axes, Drawing& drawing) {
  const double x = axes.x(notice.x);
  if (notice.band) {
    const double from = std::max(axes.x(notice.band->lower), left);
    const double to = std::min(axes.x(notice.band->upper), width - right);
    drawing.rectangle(from, top, std::max(to - from, 1.0), height - bottom - top, "turn-band");
  }
  drawing.line(x, top, x, height - bottom, "turn");
  const bool leftward = x > 0.55 * width;
  drawing.text(leftward ? x - 6 : x + 6, top + 12, notice.words,
               leftward ? Anchor::end : Anchor::start);
}

template <class T>
std::vector<T> at_positions(const std::vector<T>& values, const std::vector<std::size_t>& at) {
  std::vector<T> picked;
  if (values.empty()) return picked;
  for (const std::size_t i : at) picked.push_back(values[i]);
  return picked;
}

std::vector<double> scaled(const std::vector<double>& values, const Scale& scale) {
  std::vector<double> pixels;
  for (const double value : values) pixels.push_back(scale(value));
  return pixels;
}

void draw_series(const LineChart& chart, const Axes& axes, Drawing& drawing) {
  const auto drawn = spread_positions(chart.x.size(), most_drawn);
  const std::vector<double> x = scaled(at_positions(chart.x, drawn), axes.x);
  for (const LineSeries& series : chart.series) {
    if (series.low.empty()) continue;
    drawing.path(band_data(x, scaled(at_positions(series.low, drawn), axes.y),
                           scaled(at_positions(series.high, drawn), axes.y)),
                 fmt::format("band f{}", series.name.style));
  }
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const LineSeries& series = chart.series[s];
    const std::size_t style = series.name.style;
    const std::vector<double> y = scaled(at_positions(series.y, drawn), axes.y);
    drawing.path(line_data(x, y), fmt::format("line l{}", style));
    // Marks of different lines at different places, so that lines that lie on each other are seen.
    const std::size_t apart = std::max<std::size_t>(x.size() / marks_on_a_line, 1);
    for (std::size_t i = (s + 1) * apart / (chart.series.size() + 1); i < x.size(); i += apart) {
      if (std::isfinite(y[i])) drawing.mark(x[i], y[i], style);
    }
  }
}

nlohmann::ordered_json data_of(const LineChart& chart) {
  const auto drawn = spread_positions(chart.x.size(), most_drawn);
  nlohmann::ordered_json data = {{"kind", "lines"},
                                 {"x_label", chart.x_label},
                                 {"y_label", chart.y_label},
                                 {"zero", chart.zero},
                                 {"x", short_numbers(at_positions(chart.x, drawn))},
                                 {"series", nlohmann::ordered_json::array()}};
  for (const LineSeries& series : chart.series) {
    data["series"].push_back({{"name", series.name.name},
                              {"style", series.name.style},
                              {"y", short_numbers(at_positions(series.y, drawn))},
                              {"low", short_numbers(at_positions(series.low, drawn))},
                              {"high", short_numbers(at_positions(series.high, drawn))}});
  }
  if (chart.notice) {
    data["notice"] = {{"x", chart.notice->x}, {"words", chart.notice->words}};
    if (chart.notice->band) {
      data["notice"]["from"] = chart.notice->band->lower;
      data["notice"]["to"] = chart.notice->band->upper;
    }
  }
  return data;
}

DataTable table_of(const LineChart& chart, std::size_t most) {
  DataTable table;
  table.head = {chart.x_label};
  for (const LineSeries& series : chart.series) {
    table.head.push_back(series.name.name);
    if (series.low.empty()) continue;
    table.head.push_back(fmt::format("{}, {} from", series.name.name, chart.band_words));
    table.head.push_back(fmt::format("{}, {} to", series.name.name, chart.band_words));
  }
  for (const std::size_t i : spread_positions(chart.x.size(), most)) {
    auto& row = table.rows.emplace_back();
    row.push_back({setting_number(chart.x[i]), chart.x[i]});
    for (const LineSeries& series : chart.series) {
      row.push_back(number_cell(series.y[i]));
      if (series.low.empty()) continue;
      row.push_back(number_cell(series.low[i]));
      row.push_back(number_cell(series.high[i]));
    }
  }
  return table;
}

}  // namespace

std::vector<std::size_t> spread_positions(std::size_t count, std::size_t most) {
  std::vector<std::size_t> positions;
  const std::size_t taken = std::min(count, most);
  for (std::size_t k = 0; k < taken; ++k) {
    positions.push_back(taken == 1 ? count - 1 : k * (count - 1) / (taken - 1));
  }
  return positions;
}

Figure figure_of(const LineChart& chart) {
  Figure figure;
  figure.id = chart.id;
  figure.title = chart.title;
  figure.reading = chart.reading;
  for (const LineSeries& series : chart.series) figure.legend.push_back(series.name);
  const Axes axes = axes_of(chart);
  Drawing drawing;
  draw_axes(chart, axes, drawing);
  if (chart.notice) draw_notice(*chart.notice, axes, drawing);
  draw_series(chart, axes, drawing);
  figure.drawing = drawing.str();
  figure.width = width;
  figure.height = height;
  figure.data = data_of(chart);
  figure.table = table_of(chart, most_in_table);
  figure.whole = table_of(chart, chart.x.size());
  return figure;
}

}  // namespace rapport::report
