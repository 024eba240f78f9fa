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

/// All points of a small sweep; of a large one every value alone, of a long axis only its ends:
/// ranges have no holes.
std::vector<Point> points_to_check(const Scenario& scenario) {
  const auto& axes = scenario.sweep;
  const auto count = point_count(scenario.sweep_method, axes);
  std::vector<Point> points;
  if (count <= most_points_checked) {
    for (std::uint64_t k = 0; k < count; ++k) {
      const auto positions = point_positions(scenario.sweep_method, axes, k);
      Point& point = points.emplace_back();
      for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        point.emplace_back(axis, positions[axis]);
      }
    }
    return points;
  }
  for (std::size_t axis = 0; axis < axes.size(); ++axis) {
    const auto& values = axes[axis].values;
    if (values.size() > most_points_checked) {
      const auto [low, high] = std::minmax_element(values.begin(), values.end());
      points.push_back({{axis, static_cast<std::size_t>(low - values.begin())}});
      points.push_back({{axis, static_cast<std::size_t>(high - values.begin())}});
      continue;
    }
    for (std::size_t k = 0; k < values.size(); ++k) points.push_back({{axis, k}});
  }
  return points;
}

void throw_if_any(const Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) throw Failure(diagnostics.code(), diagnostics.text());
}

}  // namespace

class ScenarioReader {
 public:
  ScenarioReader(const ScenarioText& text, Diagnostics& diagnostics)
      : folder_(std::filesystem::path(text.path).parent_path().string()),
        diagnostics_(diagnostics) {
    auto document = parse_document(text.text, PlaceIn::file, 1, diagnostics);
    root_ = std::move(document.root);
    complete_ = document.complete;
    // After mistakes of syntax the tree has holes, and --set would seem to miss its aim.
    if (complete_) apply_options(root_, text.overrides, diagnostics);
  }

  /// The scenario as it is written, its sweep checked.
  Scenario read() {
    Scenario scenario = read_tree(root_);
    point_ = root_;
    // A point has no axes: reading them anew at every point would take the square of their length.
    // Expectations are about the sweep as a whole.
    std::erase_if(point_.entries,
                  [](const Entry& entry) { return entry.key == "sweep" || entry.key == "expect"; });
    axes_ = std::exchange(axes_read_, {});
    if (complete_ && !scenario.sweep.empty()) check_points(scenario);
    return scenario;
  }

  /// After `read`: the scenario with the swept numbers at `positions` of the axes.
  Scenario read_at(const std::vector<SweepAxis>& sweep, std::span<const std::size_t> positions) {
    for (std::size_t axis = 0; axis < sweep.size(); ++axis) {
      set(point_, sweep, axis, positions[axis]);  // over those of the point before
    }
    return read_tree(point_);
  }

 private:
  Scenario read_tree(const Table& root) {
    const SectionContext context{root, folder_, complete_, diagnostics_};
    TableReader top(root, diagnostics_);
    Scenario scenario;
    for (const auto& row : scenario_rows()) {
      store(row.field(scenario), default_value(row.row, ParameterSet::seed));
    }
    read_rows("", top, scenario);
    scenario.parameters = default_parameters(scenario.parameter_set);
    read_parameters(top, context, scenario);
    if (const auto* table = section("network", top, context)) {
      read_network_section(*table, context, scenario);
    }
    if (const auto* table = section("mechanisms", top, context)) {
      read_mechanisms(*table, context, scenario);
    }
    read_campaigns(top, context, scenario);
    if (const auto* table = section("sweep", top, context)) {
      axes_read_ = read_sweep(*table, context, scenario);
    }
    if (const auto* table = section("output", top, context)) {
      TableReader reader(*table, diagnostics_);
      read_rows("output", reader, scenario);
      reader.report_unknown_keys();
    }
    read_expectations(top, context, scenario);
    if (const auto* table = section("stop", top, context)) {
      read_stop(*table, top.take("stop")->place, context, scenario);
    }
    top.report_unknown_keys();
    return scenario;
  }

  void read_parameters(TableReader& top, const SectionContext& context, Scenario& scenario) {
    const auto rows = parameter_rows();
    std::set<std::string_view> done;
    for (const auto& first : rows) {
      if (!done.insert(first.group).second) continue;
      const Table* table = section(first.group, top, context);
      if (table == nullptr) continue;
      TableReader reader(*table, diagnostics_);
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
    diagnostics_.add(
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
    diagnostics_.add({.place = top.take("complaint")->place,
                      .message = fmt::format("a shock on day {} never comes (the run ends on day "
                                             "{})",
                                             complaint.shock_day, scenario.horizon_days - 1),
                      .notes = {"set an earlier shock_day, or a longer horizon_days"}});
  }

  /// Reads the scenario again at its design points; what was reported before is not repeated.
  void check_points(const Scenario& scenario) {
    for (const auto& point : points_to_check(scenario)) {
      if (diagnostics_.full()) return;
      Table root = point_;
      for (const auto& [axis, k] : point) set(root, scenario.sweep, axis, k);
      read_tree(root);
    }
  }

  void set(Table& root, const std::vector<SweepAxis>& sweep, std::size_t axis, std::size_t k) {
    const AxisPlaces& places = axes_[axis];
    set_value(root, places.path, places.key, {places.value(k), as_toml(sweep[axis].values[k])},
              diagnostics_);
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
  Diagnostics& diagnostics_;
  Table root_;
  Table point_;  // the tree without [sweep], with the values of the point that was read last
  bool complete_ = true;
  std::vector<AxisPlaces> axes_read_;  // of the tree that was read last
  std::vector<AxisPlaces> axes_;       // of the scenario
};

ReadOutcome read_scenario(const ScenarioText& text) {
  ReadOutcome outcome{{}, Diagnostics(text.name, text.text, text.overrides)};
  outcome.scenario = ScenarioReader(text, outcome.diagnostics).read();
  return outcome;
}

PointReader::PointReader(const ScenarioText& text)
    : diagnostics_(std::make_unique<Diagnostics>(text.name, text.text, text.overrides)),
      reader_(std::make_unique<ScenarioReader>(text, *diagnostics_)),
      scenario_(reader_->read()) {
  throw_if_any(*diagnostics_);
}
PointReader::PointReader(PointReader&&) noexcept = default;
PointReader::~PointReader() = default;

Scenario PointReader::at(std::span<const std::size_t> positions) {
  Scenario scenario = reader_->read_at(scenario_.sweep, positions);
  throw_if_any(*diagnostics_);
  return scenario;
}

}  // namespace rapport
