#include "input/scenario_reader.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "input/document_parser.hpp"
#include "input/overrides.hpp"
#include "input/scenario_sections.hpp"
#include "input/sweep_points.hpp"

namespace rapport {
namespace {

// Enough for the sweeps that people write by hand; larger ones are checked value by value.
constexpr std::uint64_t most_points_checked = 2'000;

/// Values to set together, as (axis, position on it).
using Point = std::vector<std::pair<std::size_t, std::size_t>>;

Point point_at(const Scenario& scenario, std::uint64_t number) {
  Point point;
  const auto positions = point_positions(scenario.sweep_method, scenario.sweep, number);
  for (std::size_t axis = 0; axis < positions.size(); ++axis) {
    point.emplace_back(axis, positions[axis]);
  }
  return point;
}

/// The first point that has this value: one of the design, since a value that fits to what it is
/// swept with need not fit to what the scenario says outside the sweep.
std::uint64_t point_with(const Scenario& scenario, std::size_t axis, std::size_t position) {
  std::uint64_t point = position;
  if (scenario.sweep_method != SweepMethod::grid) return point;
  for (std::size_t later = axis + 1; later < scenario.sweep.size(); ++later) {
    point *= scenario.sweep[later].values.size();
  }
  return point;
}

/// All points of a small sweep; of a large one a point for every value, of a long axis only for its
/// ends: ranges have no holes. All are read before anything is run, up to the first mistake.
std::vector<Point> points_to_check(const Scenario& scenario) {
  const auto& axes = scenario.sweep;
  const auto count = point_count(scenario.sweep_method, axes);
  std::vector<Point> points;
  if (count <= most_points_checked) {
    for (std::uint64_t k = 0; k < count; ++k) points.push_back(point_at(scenario, k));
    return points;
  }
  const auto look_at = [&](std::size_t axis, std::size_t position) {
    points.push_back(point_at(scenario, point_with(scenario, axis, position)));
  };
  for (std::size_t axis = 0; axis < axes.size(); ++axis) {
    const auto& values = axes[axis].values;
    if (values.size() > most_points_checked) {
      const auto [low, high] = std::minmax_element(values.begin(), values.end());
      look_at(axis, static_cast<std::size_t>(low - values.begin()));
      look_at(axis, static_cast<std::size_t>(high - values.begin()));
      continue;
    }
    for (std::size_t k = 0; k < values.size(); ++k) look_at(axis, k);
  }
  return points;
}

void throw_if_any(const Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) throw Failure(diagnostics.code(), diagnostics.text());
}

/// One reading of one tree.
class TreeReader {
 public:
  explicit TreeReader(const SectionContext& context) : context_(context) {}

  Scenario read() {
    TableReader top(context_.root, context_.diagnostics);
    Scenario scenario;
    for (const auto& row : scenario_rows()) {
      store(row.field(scenario), default_value(row.row, ParameterSet::seed));
    }
    read_rows("", top, scenario);
    scenario.parameters = default_parameters(scenario.parameter_set);
    read_parameters(top, scenario);
    if (const auto* table = section("network", top, context_)) {
      read_network_section(*table, context_, scenario);
    }
    if (const auto* table = section("mechanisms", top, context_)) {
      read_mechanisms(*table, context_, scenario);
    }
    read_campaigns(top, context_, scenario);
    if (const auto* table = section("sweep", top, context_)) {
      axes_ = read_sweep(*table, context_, scenario);
    }
    if (const auto* table = section("output", top, context_)) {
      TableReader reader(*table, context_.diagnostics);
      read_rows("output", reader, scenario);
      reader.report_unknown_keys();
    }
    read_expectations(top, context_, scenario);
    if (const auto* table = section("stop", top, context_)) {
      read_stop(*table, top.take("stop")->place, context_, scenario);
    }
    top.report_unknown_keys();
    return scenario;
  }

  /// After `read`: where the axes of the sweep stand.
  std::vector<AxisPlaces> take_axes() { return std::move(axes_); }

 private:
  void read_parameters(TableReader& top, Scenario& scenario) {
    const auto rows = parameter_rows();
    std::set<std::string_view> done;
    for (const auto& first : rows) {
      if (!done.insert(first.group).second) continue;
      const Table* table = section(first.group, top, context_);
      if (table == nullptr) continue;
      TableReader reader(*table, context_.diagnostics);
      for (std::size_t k = 0; k < rows.size(); ++k) {
        if (rows[k].group != first.group) continue;
        if (const auto value = reader.take(rows[k])) {
          parameter_value(scenario.parameters, k) = value->number;
        }
      }
      reader.report_unknown_keys();
    }
    check_complaints(top, scenario);
    check_shock(top, scenario);
  }

  void check_complaints(TableReader& top, const Scenario& scenario) {
    const auto& platform = scenario.parameters.platform;
    if (platform.complaint_target <= platform.complaint_block) return;
    context_.diagnostics.add(
        {.place = top.take("platform")->place,
         .message = fmt::format("complaint_block is {}, below complaint_target, {} (mail would be "
                                "blocked while it is still fine)",
                                plain_number(platform.complaint_block),
                                plain_number(platform.complaint_target)),
         .notes = {"set both, complaint_target first: 0.001 and 0.003"}});
  }

  void check_shock(TableReader& top, const Scenario& scenario) {
    const auto& complaint = scenario.parameters.complaint;
    if (complaint.shock_people == 0 || complaint.shock_day < scenario.horizon_days) return;
    context_.diagnostics.add(
        {.place = top.take("complaint")->place,
         .message = fmt::format("a shock on day {} never comes (the run ends on day "
                                "{})",
                                complaint.shock_day, scenario.horizon_days - 1),
         .notes = {"set an earlier shock_day, or a longer horizon_days"}});
  }

  const SectionContext& context_;
  std::vector<AxisPlaces> axes_;
};

}  // namespace

class ScenarioReader {
 public:
  ScenarioReader(const ScenarioText& text, Diagnostics& diagnostics)
      : folder_(std::filesystem::path(text.path).parent_path().string()) {
    auto document = parse_document(text.text, PlaceIn::file, 1, diagnostics);
    tree_ = std::move(document.root);
    complete_ = document.complete;
    // After mistakes of syntax the tree has holes, and --set would seem to miss its aim.
    if (complete_) apply_options(tree_, text.overrides, diagnostics);
  }

  /// The scenario as it is written, its sweep checked. Once, and before `read_at`.
  Scenario read(Diagnostics& diagnostics) {
    const SectionContext context{tree_, folder_, complete_, NamedFiles::look_for, diagnostics};
    TreeReader reader(context);
    Scenario scenario = reader.read();
    axes_ = reader.take_axes();
    // A point has no axes: reading them anew at every point would take the square of their length.
    // Expectations are about the sweep as a whole.
    std::erase_if(tree_.entries,
                  [](const Entry& entry) { return entry.key == "sweep" || entry.key == "expect"; });
    if (complete_ && !scenario.sweep.empty()) check_points(scenario, diagnostics);
    return scenario;
  }

  /// The scenario with the values of the point.
  Scenario read_at(const std::vector<SweepAxis>& sweep, const Point& point,
                   Diagnostics& diagnostics) const {
    Table tree = tree_;
    for (const auto& [axis, k] : point) {
      const AxisPlaces& places = axes_[axis];
      set_value(tree, places.path, places.key, {places.value(k), as_toml(sweep[axis].values[k])},
                diagnostics);
    }
    const SectionContext context{tree, folder_, complete_, NamedFiles::known, diagnostics};
    return TreeReader(context).read();
  }

 private:
  /// Reads the scenario again at its design points; what was reported before is not repeated.
  void check_points(const Scenario& scenario, Diagnostics& diagnostics) const {
    for (const Point& point : points_to_check(scenario)) {
      if (diagnostics.full()) return;
      read_at(scenario.sweep, point, diagnostics);
    }
  }

  /// Axes hold plain numbers; a whole one stands for either kind.
  static decltype(Value::data) as_toml(double number) {
    constexpr double exact = 9007199254740992.0;  // 2^53
    if (number == std::floor(number) && std::fabs(number) <= exact) {
      return static_cast<std::int64_t>(number);
    }
    return number;
  }

  std::string folder_;
  Table tree_;  // once it was read, without [sweep] and [[expect]]
  bool complete_ = true;
  std::vector<AxisPlaces> axes_;
};

ReadOutcome read_scenario(const ScenarioText& text) {
  ReadOutcome outcome{{}, Diagnostics(text.name, text.text, text.overrides)};
  outcome.scenario = ScenarioReader(text, outcome.diagnostics).read(outcome.diagnostics);
  return outcome;
}

PointReader::PointReader(const ScenarioText& text)
    : diagnostics_(text.name, text.text, text.overrides),
      reader_(std::make_unique<ScenarioReader>(text, diagnostics_)),
      scenario_(reader_->read(diagnostics_)) {
  throw_if_any(diagnostics_);
  diagnostics_ = diagnostics_.blank();
}
PointReader::PointReader(PointReader&&) noexcept = default;
PointReader::~PointReader() = default;

Scenario PointReader::at(std::uint64_t point) const {
  if (scenario_.sweep.empty()) return scenario_;  // thousands of small runs ask for the one point
  Diagnostics diagnostics = diagnostics_;
  Scenario scenario = reader_->read_at(scenario_.sweep, point_at(scenario_, point), diagnostics);
  throw_if_any(diagnostics);
  return scenario;
}

}  // namespace rapport
