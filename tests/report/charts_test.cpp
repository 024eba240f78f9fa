// Charts draw every value that there is, and nothing where there is none.
#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/report/bar_chart.hpp"
#include "analysis/report/drawing.hpp"
#include "analysis/report/figure_files.hpp"
#include "analysis/report/forest_chart.hpp"
#include "analysis/report/heat_map.hpp"
#include "analysis/report/line_chart.hpp"
#include "analysis/report/people_picture.hpp"

using namespace rapport;
using namespace rapport::report;

namespace {

std::size_t count_in(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

LineChart two_lines() {
  LineChart chart;
  chart.id = "trust";
  chart.title = "Trust <over> time";
  chart.x_label = "day";
  chart.y_label = "trust";
  chart.band_words = "90 % of runs";
  for (int day = 1; day <= 180; ++day) chart.x.push_back(day);
  for (std::size_t s = 0; s < 2; ++s) {
    LineSeries series = {{"C" + std::to_string(s), s}, {}, {}, {}};
    for (const double day : chart.x) series.y.push_back(day * static_cast<double>(s + 1));
    series.low = series.high = series.y;
    chart.series.push_back(series);
  }
  return chart;
}

}  // namespace

TEST_CASE("Axes end at round numbers") {
  const std::vector<double> values = {0.3, 9.7, std::nan("")};
  const Range range = round_range(values);
  CHECK(range.low == 0);
  CHECK(range.high == 10);
  CHECK(range.ticks().size() == 6);
  const std::vector<double> equal = {7, 7};
  CHECK(round_range(equal).low == 0);
  CHECK(round_range({}).high == 1);
}

TEST_CASE("Lines differ by colour, dash and mark") {
  const Figure figure = figure_of(two_lines());
  CHECK(count_in(figure.drawing, "class=\"line l0\"") == 1);
  CHECK(count_in(figure.drawing, "class=\"line l1\"") == 1);
  CHECK(count_in(figure.drawing, "<circle class=\"mark f0\"") >= 5);
  CHECK(count_in(figure.drawing, "<path class=\"mark f1\"") >= 5);
  CHECK(figure.legend.size() == 2);
}

TEST_CASE("The table of a long course is short, and CSV holds every day") {
  const Figure figure = figure_of(two_lines());
  CHECK(figure.table.rows.size() == 20);
  CHECK(figure.whole.rows.size() == 180);
  CHECK(figure.table.rows.back().front().text == "180");
}

TEST_CASE("A day without a run breaks the line") {
  const std::vector<double> x = {1, 2, 3}, y = {1, std::nan(""), 3};
  CHECK(line_data(x, y) == "M1 1M3 3");
}

TEST_CASE("Bars of each row reach as far as the largest of the row") {
  BarChart chart;
  chart.campaigns = {{"A", 0}, {"B", 1}};
  chart.rows = {{"Messages", {{100, "100", 100}, {50, "50", 50}}},
                {"Profit", {{-4, "-4", -4}, {2, "2", 2}}}};
  const Figure figure = figure_of(chart);
  CHECK(figure.data["bars"][0]["length"] == 1);
  CHECK(figure.data["bars"][1]["length"] == 0.5);
  CHECK(figure.data["bars"][2]["length"] == -1);
  CHECK(figure.table.rows[1][2].number == 2.0);
}

TEST_CASE("In a forest less annoyance lies on the good side") {
  ForestEntry entry;
  entry.campaign = {"A", 1};
  entry.estimate = -10;
  entry.interval = {-12, -8};
  entry.good = -1;
  ForestChart chart;
  chart.rows.resize(1);
  chart.rows[0].entries.push_back(entry);
  const Figure figure = figure_of(chart);
  CHECK(figure.data["entries"][0]["at"].get<double>() > 0);
  CHECK(figure.data["entries"][0]["low"].get<double>() > 0);
}

TEST_CASE("A map tells every cell by letter as well as by colour") {
  HeatMap map;
  map.x = {1, 2};
  map.y = {10};
  map.campaigns = {{"A", 0}, {"B", 1}};
  map.cells = {{0, 0, 1, 5, "+5"}, {1, 0, std::nullopt, 0, "0"}};
  map.borders = {{HeatBorder::Along::row, 0, 1.5, {1.2, 1.8}}};
  const Figure figure = figure_of(map);
  CHECK(figure.drawing.find("B +5") != std::string::npos);
  CHECK(figure.drawing.find("? 0") != std::string::npos);
  CHECK(figure.data["borders"][0]["x1"] == 0.5);
  CHECK(figure.data["borders"][0]["band_x1"] == 0.2);
  CHECK(figure.data["borders"][0]["y2"] == 0.5);
}

TEST_CASE("Annoyance goes before trust in how a person stands") {
  const StandingBorders borders = {0.5, 0.3};
  CHECK(standing_of(0.9, 0.3, borders) == Standing::annoyed);
  CHECK(standing_of(0.5, 0.2, borders) == Standing::trusts);
  CHECK(standing_of(0.3, 0.2, borders) == Standing::bothered);
  CHECK(standing_of(0.3, 0, borders) == Standing::leaning);
  CHECK(standing_of(0.1, 0.1, borders) == Standing::untouched);
}

TEST_CASE("A figure's file names no custom property and is drawn as PNG") {
  const Figure figure = figure_of(two_lines());
  const auto files = figure_files({figure}, "");
  REQUIRE(files.size() == 2);
  CHECK(files[0].name == "trust.svg");
  CHECK(files[0].bytes.find("var(") == std::string::npos);
  CHECK(files[0].bytes.find("Trust &lt;over&gt; time") != std::string::npos);
  CHECK(files[1].name == "trust.png");
  CHECK(files[1].bytes.starts_with("\x89PNG"));
}
