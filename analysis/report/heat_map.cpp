#include "analysis/report/heat_map.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/drawing.hpp"
#include "analysis/report/json_numbers.hpp"
#include "analysis/report/markup.hpp"

namespace rapport::report {
namespace {

constexpr double width = 440, left = 76, right = 8, top = 28, bottom = 44;
constexpr double bold = 1.15;  // how much wider bold letters are
constexpr double most_cell_height = 44, plot_height = 280;

struct Layout {
  double cell_width, cell_height;
  std::size_t rows;

  double x(double column) const { return left + column * cell_width; }
  /// The smallest value lies at the bottom.
  double y(double row) const { return top + (static_cast<double>(rows) - row) * cell_height; }
  double bottom_edge() const { return y(0); }
};

Layout layout_of(const HeatMap& map) {
  const auto columns = static_cast<double>(map.x.size()), rows = static_cast<double>(map.y.size());
  return {(width - left - right) / columns, std::min(most_cell_height, plot_height / rows),
          map.y.size()};
}

/// Place among the cells: the middle of the first is 0.5, and between two values it grows with
/// them.
double place_of(const std::vector<double>& values, double at) {
  if (at <= values.front()) return 0.5;
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (at > values[i]) continue;
    const double share = (at - values[i - 1]) / (values[i] - values[i - 1]);
    return static_cast<double>(i) - 0.5 + share;
  }
  return static_cast<double>(values.size()) - 0.5;
}

/// A to Z, then AA to AZ and so on.
std::string letter_of(std::size_t campaign) {
  constexpr std::size_t letters = 26;
  const std::string first = campaign < letters ? "" : letter_of(campaign / letters - 1);
  return first + static_cast<char>('A' + campaign % letters);
}

void draw_cells(const HeatMap& map, const Layout& layout, Drawing& drawing) {
  for (const HeatCell& cell : map.cells) {
    const std::string fill =
        cell.leader ? fmt::format("cell f{}", map.campaigns[*cell.leader].style) : "cell f-quiet";
    drawing.rectangle(layout.x(static_cast<double>(cell.column)),
                      layout.y(static_cast<double>(cell.row) + 1), layout.cell_width,
                      layout.cell_height, fill, cell.words);
  }
}

void write_cells(const HeatMap& map, const Layout& layout, Drawing& drawing) {
  const auto fits = [&](const HeatCell& cell) {
    return bold * text_width("A " + cell.words) + 6 <= layout.cell_width;
  };
  const bool roomy = std::all_of(map.cells.begin(), map.cells.end(), fits);
  for (const HeatCell& cell : map.cells) {
    const std::string letter = cell.leader ? letter_of(*cell.leader) : "?";
    drawing.text(layout.x(static_cast<double>(cell.column) + 0.5),
                 layout.y(static_cast<double>(cell.row) + 0.5) + 5,
                 roomy ? letter + " " + cell.words : letter, Anchor::middle, "on-cell");
  }
}

void draw_axes(const HeatMap& map, const Layout& layout, Drawing& drawing) {
  const std::size_t apart = 1 + map.x.size() / 9;
  for (std::size_t i = 0; i < map.x.size(); i += apart) {
    drawing.text(layout.x(static_cast<double>(i) + 0.5), layout.bottom_edge() + 18,
                 setting_number(map.x[i]), Anchor::middle, "q");
  }
  for (std::size_t i = 0; i < map.y.size(); ++i) {
    drawing.text(left - 8, layout.y(static_cast<double>(i) + 0.5) + 5, setting_number(map.y[i]),
                 Anchor::end, "q");
  }
  drawing.text(4, 16, map.y_label + " \xE2\x86\x93", Anchor::start, "q");
  drawing.text(0.5 * (left + width), layout.bottom_edge() + 38, map.x_label + " \xE2\x86\x92",
               Anchor::middle, "q");
}

/// A border and its band among the cells, in columns and rows.
struct PlacedBorder {
  double x1, x2, y1, y2;  // of the line
  double band_x1, band_x2, band_y1, band_y2;
};

PlacedBorder placed(const HeatBorder& border, const HeatMap& map) {
  const auto line = static_cast<double>(border.line);
  const bool row = border.along == HeatBorder::Along::row;
  const std::vector<double>& values = row ? map.x : map.y;
  const double at = place_of(values, border.at), from = place_of(values, border.band.lower);
  const double to = place_of(values, border.band.upper);
  if (row) return {at, at, line, line + 1, from, to, line, line + 1};
  return {line, line + 1, at, at, line, line + 1, from, to};
}

void draw_borders(const HeatMap& map, const Layout& layout, Drawing& drawing) {
  for (const HeatBorder& border : map.borders) {
    const PlacedBorder at = placed(border, map);
    const double left_edge = layout.x(at.band_x1), upper_edge = layout.y(at.band_y2);
    drawing.rectangle(left_edge, upper_edge, layout.x(at.band_x2) - left_edge,
                      layout.y(at.band_y1) - upper_edge, "border-band");
    drawing.line(layout.x(at.x1), layout.y(at.y1), layout.x(at.x2), layout.y(at.y2), "border");
  }
}

/// Places as the page's script has them: the middle of the first cell is 0.
nlohmann::ordered_json border_json(const PlacedBorder& at) {
  const auto place = [](double value) { return short_number(value - 0.5); };
  return {{"x1", place(at.x1)},           {"x2", place(at.x2)},
          {"y1", place(at.y1)},           {"y2", place(at.y2)},
          {"band_x1", place(at.band_x1)}, {"band_x2", place(at.band_x2)},
          {"band_y1", place(at.band_y1)}, {"band_y2", place(at.band_y2)}};
}

std::vector<std::string> setting_numbers(const std::vector<double>& values) {
  std::vector<std::string> all;
  for (const double value : values) all.push_back(setting_number(value));
  return all;
}

nlohmann::ordered_json data_of(const HeatMap& map) {
  nlohmann::ordered_json data = {{"kind", "heat"},
                                 {"x_label", map.x_label},
                                 {"y_label", map.y_label},
                                 {"x", setting_numbers(map.x)},
                                 {"y", setting_numbers(map.y)},
                                 {"cells", nlohmann::ordered_json::array()},
                                 {"borders", nlohmann::ordered_json::array()}};
  for (const HeatCell& cell : map.cells) {
    data["cells"].push_back(
        {{"column", cell.column},
         {"row", cell.row},
         {"style", cell.leader ? nlohmann::ordered_json(map.campaigns[*cell.leader].style)
                               : nlohmann::ordered_json(nullptr)},
         {"name", cell.leader ? map.campaigns[*cell.leader].name : "cannot tell"},
         {"letter", cell.leader ? letter_of(*cell.leader) : "?"},
         {"words", cell.words}});
  }
  for (const HeatBorder& border : map.borders) {
    data["borders"].push_back(border_json(placed(border, map)));
  }
  return data;
}

}  // namespace

Figure figure_of(const HeatMap& map) {
  Figure figure;
  figure.id = map.id;
  figure.title = map.title;
  figure.reading = map.reading;
  for (std::size_t c = 0; c < map.campaigns.size(); ++c) {
    figure.legend.push_back({letter_of(c) + ": " + map.campaigns[c].name, map.campaigns[c].style});
  }
  const Layout layout = layout_of(map);
  Drawing drawing;
  draw_cells(map, layout, drawing);
  draw_borders(map, layout, drawing);
  write_cells(map, layout, drawing);
  draw_axes(map, layout, drawing);
  figure.drawing = drawing.str();
  figure.width = width;
  figure.height = layout.bottom_edge() + bottom;
  figure.data = data_of(map);
  figure.table.head = {map.x_label, map.y_label, "Ahead", map.value_label};
  for (const HeatCell& cell : map.cells) {
    figure.table.rows.push_back(
        {{setting_number(map.x[cell.column]), map.x[cell.column]},
         {setting_number(map.y[cell.row]), map.y[cell.row]},
         words(cell.leader ? map.campaigns[*cell.leader].name : "cannot tell"),
         {cell.words, cell.number}});
  }
  return figure;
}

}  // namespace rapport::report
