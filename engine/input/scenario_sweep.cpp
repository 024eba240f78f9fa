#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>

#include "input/characters.hpp"
#include "input/design_file.hpp"
#include "input/overrides.hpp"
#include "input/row_of_name.hpp"
#include "input/sampled_axes.hpp"
#include "input/sampled_methods.hpp"
#include "input/scenario_sections.hpp"
#include "input/sweep_points.hpp"

namespace rapport {
namespace {

// Each axis is a coordinate of the result; more of them are no sweep but a mistake.
constexpr std::size_t most_axes = 64;

// Tables of which the whole experiment has one: a point could not follow its own.
constexpr std::array<std::string_view, 4> undivided = {"stop", "output", "sweep", "expect"};

class SweepSection {
 public:
  SweepSection(const SectionContext& context, Scenario& scenario)
      : context_(context), scenario_(scenario) {}

  std::vector<AxisPlaces> read(const Table& table) {
    TableReader reader(table, context_.diagnostics);
    read_rows("sweep", reader, scenario_);
    sampled_ = find_sampled(scenario_.sweep_method);
    if (const Entry* method = reader.take("method")) place_ = method->value.place;
    if (const Entry* file = reader.take("file")) read_file(*file);
    for (const auto& entry : table.entries) {
      if (is_note(entry.key) || reader.knows(entry.key)) continue;
      const auto path = split_dotted_name(entry.key);
      if (!path) {
        report(entry.place, fmt::format("\"{}\" is not a dotted name", entry.key),
               {"write \"market.in_market_share\" = [0.001, 0.005]"});
        continue;
      }
      read_entry(*path, entry);
    }
    const bool drawable = check_sampling(table, scenario_, context_.diagnostics);
    if (check_sizes(drawable)) {
      if (sampled_ != nullptr) {
        sample_axes(scenario_);
      } else {
        warn_of_repetitions();
      }
    }
    return std::move(places_);
  }

 private:
  void read_file(const Entry& entry) {
    const auto* written = std::get_if<std::string>(&entry.value.data);
    if (written == nullptr) {
      report(entry.value.place,
             fmt::format("file is {}, expected text in quotes", describe(entry.value)));
      return;
    }
    if (scenario_.sweep_method != SweepMethod::list) return;  // reported with the other keys
    try {
      const std::string path = (std::filesystem::path(context_.folder) / *written).string();
      DesignTable design = read_design_file(path);
      context_.diagnostics.name_design(path);
      for (std::size_t k = 0; k < design.names.size(); ++k) add_column(design, k);
    } catch (const Failure& failure) {
      context_.diagnostics.add({.place = entry.value.place,
                                .message = failure.what(),
                                .notes = {"paths are relative to the folder of the scenario"},
                                .code = failure.code()});
    }
  }

  void add_column(DesignTable& design, std::size_t column) {
    const std::string& name = design.names[column];
    const Place place = design.name_places[column];
    const auto path = split_dotted_name(name);
    if (!path) {
      report(place, fmt::format("\"{}\" in its first line is not a dotted name", printable(name)));
      return;
    }
    if (may_be_swept(*path, place)) {
      scenario_.sweep.push_back({dotted_name(*path), std::move(design.columns[column])});
      places_.push_back({*path, place, std::move(design.places[column])});
    }
  }

  /// Names may also be written without quotes: then TOML makes tables of them.
  void read_entry(const std::vector<std::string>& path, const Entry& entry) {
    const auto* table = std::get_if<Table>(&entry.value.data);
    if (table != nullptr && !is_range(*table)) {
      for (const auto& inner : table->entries) {
        auto longer = path;
        longer.push_back(inner.key);
        if (!is_note(inner.key)) read_entry(longer, inner);
      }
      return;
    }
    read_axis(path, entry);
  }

  void read_axis(const std::vector<std::string>& path, const Entry& entry) {
    if (!may_be_swept(path, entry.place)) return;
    SweepAxis axis{dotted_name(path), {}};
    AxisPlaces places{path, entry.place, {}};
    if (sampled_ != nullptr) {
      axis.range = read_range(axis.parameter, entry.value, context_.diagnostics);
      if (axis.range) check_ends(path, *axis.range, entry.value.place);
      places.values.push_back(entry.value.place);
      complete_ = complete_ && axis.range.has_value();
    } else if (!read_values(axis, places, entry.value)) {
      return;
    }
    scenario_.sweep.push_back(std::move(axis));
    places_.push_back(std::move(places));
  }

  void check_ends(const std::vector<std::string>& path, SweepRange& range, Place place) {
    range.whole = takes_whole_numbers(path, scenario_);
    const ParameterRow* row = row_of_name(path, scenario_);
    if (row == nullptr) return;  // found out when a point is read
    for (const double end : {range.low, range.high}) {
      if (!checked_value(*row, {place, end}, context_.diagnostics)) complete_ = false;
    }
  }

  bool may_be_swept(const std::vector<std::string>& path, Place place) {
    const std::string name = dotted_name(path);
    if (path.size() < 2 || std::ranges::find(undivided, path[0]) != undivided.end()) {
      report(place, fmt::format("{} cannot be swept (it holds for the whole experiment)", name),
             {"swept are numbers of a [table] or a campaign: \"market.in_market_share\""});
      return false;
    }
    if (is_note(path.back())) {
      report(place, fmt::format("{} cannot be swept (keys that begin with x- are notes)", name));
      return false;
    }
    if (!names_.insert(name).second) {
      report(place, fmt::format("{} is swept twice", name));
      return false;
    }
    return true;
  }

  bool read_values(SweepAxis& axis, AxisPlaces& places, const Value& value) {
    const auto* list = std::get_if<List>(&value.data);
    if (list == nullptr || list->empty()) {
      report(value.place, fmt::format("{} is {}, expected a list of numbers", axis.parameter,
                                      list != nullptr ? "empty" : describe(value)));
      return false;
    }
    for (const auto& element : *list) {
      if (const auto number = number_of(element)) {
        axis.values.push_back(*number);
        places.values.push_back(element.place);
      }
    }
    return axis.values.size() == list->size();
  }

  std::optional<double> number_of(const Value& element) {
    if (const auto* whole = std::get_if<std::int64_t>(&element.data)) {
      return static_cast<double>(*whole);
    }
    const auto* real = std::get_if<double>(&element.data);
    if (real != nullptr && std::isfinite(*real)) return *real;
    report(element.place, fmt::format("{} cannot be swept (only numbers can)", describe(element)));
    return std::nullopt;
  }

  /// On a grid a value that comes twice repeats points; in a list only a whole point does.
  void warn_of_repetitions() {
    if (scenario_.sweep_method == SweepMethod::list) return warn_of_repeated_points();
    for (std::size_t axis = 0; axis < places_.size(); ++axis) {
      std::set<double> seen;
      const auto& [parameter, values, range] = scenario_.sweep[axis];
      for (std::size_t k = 0; k < values.size(); ++k) {
        if (seen.insert(values[k]).second) continue;
        warn(places_[axis].value(k),
             fmt::format("{} is swept at {} twice", parameter, plain_number(values[k])));
      }
    }
  }

  void warn_of_repeated_points() {
    if (places_.empty()) return;
    const auto values_at = [&](std::size_t point) {
      std::vector<double> values;
      for (const SweepAxis& axis : scenario_.sweep) values.push_back(axis.values[point]);
      return values;
    };
    std::map<std::vector<double>, std::size_t> first;
    for (std::size_t point = 0; point < scenario_.sweep.front().values.size(); ++point) {
      const auto [same, is_new] = first.emplace(values_at(point), point);
      if (is_new) continue;
      warn(places_.front().value(point),
           fmt::format("point {} is point {} again (points count from 0)", point, same->second));
    }
  }

  /// Axes that make no design are reported and dropped; false then.
  bool check_sizes(bool drawable) {
    const auto& axes = scenario_.sweep;
    bool fit = axes.size() <= most_axes && complete_ && drawable;
    if (axes.size() > most_axes) {
      report(places_[most_axes].key, fmt::format("more than {} axes", most_axes));
    }
    if (fit && sampled_ == nullptr) fit = expect_pairs() && expect_few_points();
    if (fit && sampled_ != nullptr) fit = expect_axes() && expect_few_samples();
    if (fit) return true;
    scenario_.sweep.clear();
    places_.clear();
    return false;
  }

  bool expect_pairs() {
    if (scenario_.sweep_method != SweepMethod::list) return true;
    const auto& axes = scenario_.sweep;
    bool paired = true;
    for (std::size_t k = 1; k < axes.size(); ++k) {
      const std::size_t first = axes[0].values.size();
      const std::size_t length = axes[k].values.size();
      if (length == first) continue;
      report(places_[k].key, fmt::format("{} has {} values, {} has {} (a list sweep pairs them)",
                                         axes[k].parameter, length, axes[0].parameter, first));
      paired = false;
    }
    return paired;
  }

  bool expect_few_points() {
    if (point_count(scenario_.sweep_method, scenario_.sweep) <= most_points) return true;
    report(places_[0].key, "the sweep has too many points (a grid combines all values)",
           {fmt::format("allowed: {} points; use fewer values or method = \"list\"", most_points)});
    return false;
  }

  bool expect_axes() {
    if (!scenario_.sweep.empty()) return true;
    report(place_, fmt::format("a {} design of no numbers", sampled_->name),
           {"add the ranges of some: \"market.in_market_share\" = { min = 0.001, max = 0.1 }"});
    return false;
  }

  bool expect_few_samples() {
    const std::uint64_t points = sampled_->points(scenario_.sweep.size(), scenario_.sweep_size);
    if (points <= most_points) return true;
    report(place_, fmt::format("the sweep has {} points (too many)", points),
           {fmt::format("allowed: {}; use a smaller size", most_points)});
    return false;
  }

  void warn(Place place, std::string message) {
    context_.diagnostics.add(
        {.place = place, .severity = Severity::warning, .message = std::move(message)});
  }

  void report(Place place, std::string message, std::vector<std::string> notes = {}) {
    context_.diagnostics.add(
        {.place = place, .message = std::move(message), .notes = std::move(notes)});
  }

  const SectionContext& context_;
  Scenario& scenario_;
  std::vector<AxisPlaces> places_;
  std::set<std::string> names_;
  const SampledMethod* sampled_ = nullptr;  // the row of the method, if it samples ranges
  Place place_;                             // of the method
  bool complete_ = true;                    // no range has a mistake
};

}  // namespace

std::vector<AxisPlaces> read_sweep(const Table& table, const SectionContext& context,
                                   Scenario& scenario) {
  return SweepSection(context, scenario).read(table);
}

}  // namespace rapport
