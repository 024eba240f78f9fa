#include "input/scenario_reader.hpp"

#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <set>

#include "input/document_parser.hpp"
#include "input/overrides.hpp"
#include "input/scenario_sections.hpp"
#include "input/sweep_points.hpp"

namespace rapport {
namespace {

// Larger sweeps are checked value by value, each alone, not in every combination.
constexpr std::uint64_t most_points_checked = 2'000;

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

  Scenario read(std::span<const Override> point) {
    const Scenario scenario = read_tree(root_);
    if (point.empty()) {
      if (!diagnostics_.has_errors()) check_points(scenario);
      return scenario;
    }
    Table root = root_;
    for (const auto& each : point) apply(root, each);
    return read_tree(root);
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
    axes_.clear();
    if (const auto* table = section("sweep", top, context)) {
      axes_ = read_sweep(*table, context, scenario);
    }
    if (const auto* table = section("output", top, context)) {
      TableReader reader(*table, diagnostics_);
      read_rows("output", reader, scenario);
      reader.report_unknown_keys();
    }
    if (const Entry* stop = top.take("stop")) {
      diagnostics_.add({.place = stop->place,
                        .message = "[stop] is not available in this version",
                        .notes = {"choose the number of replicates instead"}});
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

  void check_points(const Scenario& scenario) {
    if (scenario.sweep.empty()) return;
    const auto axes = axes_;
    const auto check = [&](const std::vector<std::pair<std::size_t, std::size_t>>& values) {
      Table root = root_;
      for (const auto& [axis, k] : values) {
        put(root, axes[axis], k, scenario.sweep[axis].values[k]);
      }
      read_tree(root);
    };
    const auto points = point_count(scenario.sweep_method, scenario.sweep);
    if (points <= most_points_checked) {
      for (std::uint64_t point = 0; point < points; ++point) {
        const auto positions = point_positions(scenario.sweep_method, scenario.sweep, point);
        std::vector<std::pair<std::size_t, std::size_t>> values;
        for (std::size_t axis = 0; axis < axes.size(); ++axis) {
          values.emplace_back(axis, positions[axis]);
        }
        check(values);
      }
      return;
    }
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
      for (std::size_t k = 0; k < scenario.sweep[axis].values.size(); ++k) check({{axis, k}});
    }
  }

  void put(Table& root, const AxisPlaces& axis, std::size_t k, double number) {
    set_value(root, axis.path, axis.key, {axis.values[k], as_toml(number)}, diagnostics_);
  }

  void apply(Table& root, const Override& change) {
    const auto path = split_dotted_name(change.parameter);
    if (!path) {
      diagnostics_.add(
          {.place = {}, .message = fmt::format("\"{}\" is not a dotted name", change.parameter)});
      return;
    }
    Place key;
    for (const auto& axis : axes_) {
      if (axis.path == *path) key = axis.key;
    }
    set_value(root, *path, key, {key, as_toml(change.value)}, diagnostics_);
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
  bool complete_ = true;
  std::vector<AxisPlaces> axes_;
};

}  // namespace

ReadOutcome read_scenario(const ScenarioText& text, std::span<const Override> point) {
  ReadOutcome outcome{{}, Diagnostics(text.name, text.text, text.overrides)};
  outcome.scenario = ScenarioReader(text, outcome.diagnostics).read(point);
  return outcome;
}

}  // namespace rapport
