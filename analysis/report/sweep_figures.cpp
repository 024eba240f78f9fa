#include "analysis/report/sweep_figures.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

#include "analysis/findings/wording.hpp"
#include "analysis/report/heat_map.hpp"
#include "analysis/report/line_chart.hpp"
#include "analysis/report/sections.hpp"

namespace rapport::report {
namespace {

/// More columns than this cannot be told apart in a map.
constexpr std::size_t most_cells_in_a_row = 40;
/// Of four swept parameters; with more, the later pairs are left to the list of combinations.
constexpr std::size_t most_pairs = 6;

const MeasureRanking* ranking_of(const PointFindings& point, Measure measure) {
  for (const MeasureRanking& ranking : point.result.measures) {
    if (ranking.measure == measure) return &ranking;
  }
  return nullptr;
}

double mean_of(const PointFindings& point, Measure measure, std::size_t campaign) {
  return point.of(measure).campaigns[campaign].value.mean;
}

/// The only one in the first place, if there is one.
std::optional<std::size_t> leader_of(const MeasureRanking& ranking) {
  std::optional<std::size_t> leader;
  for (std::size_t c = 0; c < ranking.rank.size(); ++c) {
    if (ranking.rank[c] != 1) continue;
    if (leader) return std::nullopt;
    leader = c;
  }
  return leader;
}

std::vector<double> values_of(const Design& design, std::size_t parameter) {
  std::set<double> values;
  for (const auto& point : design.points) values.insert(point[parameter]);
  return {values.begin(), values.end()};
}

/// Parameters that take more than one value.
std::vector<std::size_t> varied(const Design& design) {
  std::vector<std::size_t> parameters;
  for (std::size_t p = 0; p < design.parameters.size(); ++p) {
    if (values_of(design, p).size() > 1) parameters.push_back(p);
  }
  return parameters;
}

/// Whether a point lies in the line or plane of the given parameters through `through`.
bool lies_in(const std::vector<double>& point, const std::vector<double>& through,
             const std::vector<std::size_t>& free) {
  for (std::size_t p = 0; p < point.size(); ++p) {
    const bool is_free = std::find(free.begin(), free.end(), p) != free.end();
    if (!is_free && point[p] != through[p]) return false;
  }
  return true;
}

/// " Held fixed: people (network) = 2,000." for parameters that a chart holds fixed.
std::string held_words(const ReportData& data, const std::vector<std::size_t>& free) {
  const Design& design = data.overview.design;
  std::vector<std::string> held;
  for (const std::size_t p : varied(design)) {
    if (std::find(free.begin(), free.end(), p) != free.end()) continue;
    held.push_back(fmt::format("{} = {}", parameter_words(p, design),
                               setting_number(design.points[data.point][p])));
  }
  return held.empty() ? "" : " Held fixed: " + join_names(held) + ".";
}

Figure curve(const ReportData& data, Measure measure, std::size_t parameter) {
  const Design& design = data.overview.design;
  const std::size_t baseline = data.overview.baseline;
  LineChart chart;
  chart.id = fmt::format("sweep-{}", measure_rows()[static_cast<std::size_t>(measure)].name);
  chart.title = fmt::format("How the lead in {} depends on {}", measure_words(measure),
                            parameter_words(parameter, design));
  chart.reading = fmt::format(
      "Difference from {}; band: 95 % interval. Above zero the campaign has more, below it {} has "
      "more.{}",
      design.campaigns[baseline], design.campaigns[baseline], held_words(data, {parameter}));
  chart.x_label = parameter_words(parameter, design);
  chart.y_label = "difference in " + measure_with_unit(measure);
  chart.band_words = "95 % interval";
  chart.zero = true;
  const auto entries = campaign_entries(design);
  std::vector<const PointFindings*> line;
  for (const PointFindings& point : data.overview.points) {
    if (lies_in(design.points[point.point], design.points[data.point], {parameter})) {
      line.push_back(&point);
    }
  }
  std::stable_sort(line.begin(), line.end(), [&](const auto* a, const auto* b) {
    return design.points[a->point][parameter] < design.points[b->point][parameter];
  });
  for (const auto* point : line) chart.x.push_back(design.points[point->point][parameter]);
  for (std::size_t c = 0; c < design.campaigns.size(); ++c) {
    if (c == baseline) continue;
    LineSeries& series = chart.series.emplace_back(LineSeries{entries[c], {}, {}, {}});
    for (const auto* point : line) {
      const auto& value = point->of(measure).campaigns[c];
      const Difference& difference = *value.difference;
      const double mean = difference.paired.difference.mean;
      const Interval band = difference.interval.value_or(Interval{mean, mean});
      series.y.push_back(mean);
      series.low.push_back(band.lower);
      series.high.push_back(band.upper);
    }
  }
  for (const TieFinding& tie : data.ties) {
    if (tie.measure != measure || tie.line.parameter != parameter || tie.ties.empty()) continue;
    if (!tie.ties.front().band) continue;
    if (!lies_in(design.points[tie.line.points.front()], design.points[data.point], {parameter})) {
      continue;
    }
    chart.notice = LineNotice{tie.ties.front().at, tie.ties.front().band,
                              fmt::format("tie at {}", human_number(tie.ties.front().at))};
  }
  return figure_of(chart);
}

std::size_t index_in(const std::vector<double>& values, double value) {
  return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), value) -
                                  values.begin());
}

void add_cell(const PointFindings& point, Measure measure, const std::vector<double>& at,
              std::size_t x, std::size_t y, std::size_t baseline, HeatMap& map) {
  const MeasureRanking* ranking = ranking_of(point, measure);
  HeatCell cell;
  cell.column = index_in(map.x, at[x]);
  cell.row = index_in(map.y, at[y]);
  cell.leader = ranking == nullptr ? std::nullopt : leader_of(*ranking);
  // How far the best of the others is above the baseline, or below it.
  double best = -std::numeric_limits<double>::infinity();
  for (std::size_t c = 0; c < map.campaigns.size(); ++c) {
    if (c != baseline) best = std::max(best, mean_of(point, measure, c));
  }
  cell.number = best - mean_of(point, measure, baseline);
  cell.words = human_signed(cell.number, 2);
  map.cells.push_back(cell);
}

/// Ties whose place is known; those within the reach of luck would be lines all over the map.
void add_borders(const TieFinding& tie, const ReportData& data, Measure measure, std::size_t x,
                 std::size_t y, HeatMap& map) {
  const Design& design = data.overview.design;
  const auto& at = design.points[tie.line.points.front()];
  if (tie.measure != measure || !lies_in(at, design.points[data.point], {x, y})) return;
  for (const BreakEven& border : tie.ties) {
    if (!border.band) continue;
    if (tie.line.parameter == x) {
      map.borders.push_back(
          {HeatBorder::Along::row, index_in(map.y, at[y]), border.at, *border.band});
    } else if (tie.line.parameter == y) {
      map.borders.push_back(
          {HeatBorder::Along::column, index_in(map.x, at[x]), border.at, *border.band});
    }
  }
}

/// Two swept parameters, of which a map shows the values from left to right and from below.
struct MapPlane {
  std::size_t x = 0;
  std::size_t y = 0;
};

/// The planes whose maps would be filled for the most part, the first parameters first.
std::vector<MapPlane> planes_of(const ReportData& data) {
  const Design& design = data.overview.design;
  const std::vector<std::size_t> parameters = varied(design);
  std::vector<MapPlane> planes;
  for (std::size_t a = 0; a < parameters.size(); ++a) {
    for (std::size_t b = a + 1; b < parameters.size(); ++b) {
      const MapPlane plane = {parameters[a], parameters[b]};
      const std::size_t columns = values_of(design, plane.x).size();
      const std::size_t rows = values_of(design, plane.y).size();
      const auto cells = std::count_if(
          design.points.begin(), design.points.end(), [&](const std::vector<double>& at) {
            return lies_in(at, design.points[data.point], {plane.x, plane.y});
          });
      const bool fits = std::max(columns, rows) <= most_cells_in_a_row;
      if (!fits || 2 * static_cast<std::size_t>(cells) < columns * rows) continue;
      planes.push_back(plane);
    }
  }
  planes.resize(std::min(planes.size(), most_pairs));
  return planes;
}

Figure map_of(const ReportData& data, Measure measure, const MapPlane& plane) {
  const Design& design = data.overview.design;
  const auto [x, y] = plane;
  HeatMap map;
  map.id = fmt::format("map-{}", measure_rows()[static_cast<std::size_t>(measure)].name);
  map.title = fmt::format("Who is ahead in {}, by {} and {}", measure_words(measure),
                          parameter_words(x, design), parameter_words(y, design));
  map.reading = fmt::format(
      "Letter and colour: the campaign that is ahead for sure, ? where it cannot be told. Numbers: "
      "{} minus {}. Lines: where {} and {} tie, with 95 % bands.{}",
      design.campaigns.size() > 2 ? "best of the others"
                                  : design.campaigns[1 - data.overview.baseline],
      design.campaigns[data.overview.baseline],
      design.campaigns.size() > 2 ? "they" : design.campaigns[0],
      design.campaigns.size() > 2 ? "the baseline" : design.campaigns[1], held_words(data, {x, y}));
  map.x_label = parameter_words(x, design);
  map.y_label = parameter_words(y, design);
  map.value_label = "difference in " + measure_with_unit(measure);
  map.x = values_of(design, x);
  map.y = values_of(design, y);
  map.campaigns = campaign_entries(design);
  for (const PointFindings& point : data.overview.points) {
    const auto& at = design.points[point.point];
    if (lies_in(at, design.points[data.point], {x, y})) {
      add_cell(point, measure, at, x, y, data.overview.baseline, map);
    }
  }
  for (const TieFinding& tie : data.ties) add_borders(tie, data, measure, x, y, map);
  return figure_of(map);
}

std::string tie_words(const TieFinding& tie, const BreakEven& border, const Design& design) {
  std::vector<std::string> held;
  for (const std::size_t p : varied(design)) {
    if (p == tie.line.parameter) continue;
    held.push_back(fmt::format("{} = {}", parameter_words(p, design),
                               setting_number(design.points[tie.line.points.front()][p])));
  }
  std::string text =
      fmt::format("{}: {} and {} tie at {} = {}", measure_words(tie.measure),
                  design.campaigns[tie.first], design.campaigns[tie.second],
                  parameter_words(tie.line.parameter, design), human_number(border.at));
  text += fmt::format(" (95 % band {} to {})", human_number(border.band->lower),
                      human_number(border.band->upper));
  return held.empty() ? text : text + ", with " + join_names(held);
}

}  // namespace

std::vector<Figure> sweep_figures(const ReportData& data) {
  std::vector<Figure> figures;
  const Design& design = data.overview.design;
  const std::vector<std::size_t> parameters = varied(design);
  if (data.sampled || design.campaigns.size() < 2) return figures;
  const std::vector<MapPlane> planes = planes_of(data);
  for (const Measure measure : tie_measures) {
    if (parameters.size() == 1) figures.push_back(curve(data, measure, parameters[0]));
    for (std::size_t p = 0; p < planes.size(); ++p) {
      figures.push_back(map_of(data, measure, planes[p]));
      if (p > 0) figures.back().id += fmt::format("-{}", p + 1);
    }
  }
  return figures;
}

std::string sweep_words(const ReportData& data, const std::vector<Figure>& drawn) {
  const Design& design = data.overview.design;
  if (design.points.size() < 2 || data.sensitivity) return "";
  if (tells_sensitivity(design)) {
    return html_paragraph(fmt::format(
        "Which of the varied settings matters most cannot be told: {} missing, and what the others "
        "would say is wrong. Run the scenario again to complete the result.",
        data.overview.missing.size() == 1
            ? "a run failed or is"
            : count_of(data.overview.missing.size(), "run") + " failed or are"));
  }
  if (design.campaigns.size() > 1 && drawn.empty()) {
    return html_paragraph(
        "Hardly two of the combinations differ in one setting only, so there is no curve and no "
        "map to draw of them; they are listed below.");
  }
  const std::size_t count = varied(design).size();
  if (count < 3) return "";
  return html_paragraph(fmt::format(
      "{} settings were varied. Each map shows two of them and holds the others as they are in the "
      "combination that this page looks at closely: {}. The list below has all combinations.",
      count, point_words(data.point, design)));
}

std::string ties_text(const ReportData& data) {
  constexpr std::size_t most_ties = 24;
  const Design& design = data.overview.design;
  std::vector<std::string> ties;
  std::size_t unsure = 0;
  for (const TieFinding& tie : data.ties) {
    for (const BreakEven& border : tie.ties) {
      if (border.band) ties.push_back(tie_words(tie, border, design));
      if (!border.band) ++unsure;
    }
  }
  if (data.sampled || data.ties.empty()) return "";
  const std::string heading = "<h3>Where campaigns tie (break-even)</h3>";
  const std::string within_luck =
      unsure == 0 ? ""
                  : html_paragraph(fmt::format(
                        "Means also change sides at {}, where luck alone could have done it.",
                        count_of(unsure, "other place")));
  if (ties.empty() && unsure == 0) {
    return html_paragraph(
        fmt::format("Between the values that were tried no campaign passes {} in profit or in "
                    "trusted relationships.",
                    design.campaigns[data.overview.baseline]));
  }
  const std::size_t more = ties.size() > most_ties ? ties.size() - most_ties : 0;
  ties.resize(ties.size() - more);
  if (more > 0) ties.push_back(fmt::format("and {} more", more));
  return heading + html_list(ties) + within_luck;
}

}  // namespace rapport::report
