#include <cmath>
#include <fmt/format.h>
#include <set>

#include "input/overrides.hpp"
#include "input/scenario_sections.hpp"
#include "input/sweep_points.hpp"

namespace rapport {
namespace {

// Each axis is a coordinate of the result; more of them are no sweep but a mistake.
constexpr std::size_t most_axes = 64;

class SweepSection {
 public:
  SweepSection(const SectionContext& context, Scenario& scenario)
      : context_(context), scenario_(scenario) {}

  std::vector<AxisPlaces> read(const Table& table) {
    TableReader reader(table, context_.diagnostics);
    read_rows("sweep", reader, scenario_);
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
    check_sizes();
    return std::move(places_);
  }

 private:
  /// Names may also be written without quotes: then TOML makes tables of them.
  void read_entry(const std::vector<std::string>& path, const Entry& entry) {
    if (const auto* table = std::get_if<Table>(&entry.value.data)) {
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
    const std::string name = dotted_name(path);
    if (path.size() < 2) {
      report(entry.place,
             fmt::format("{} cannot be swept (it holds for the whole experiment)", name),
             {"swept are numbers of a [table] or a campaign: \"market.in_market_share\""});
      return;
    }
    if (!names_.insert(name).second) {
      report(entry.place, fmt::format("{} is swept twice", name));
      return;
    }
    const auto* list = std::get_if<List>(&entry.value.data);
    if (list == nullptr || list->empty()) {
      report(entry.value.place, fmt::format("{} is {}, expected a list of numbers", name,
                                            list != nullptr ? "empty" : describe(entry.value)));
      return;
    }
    SweepAxis axis{name, {}};
    AxisPlaces places{path, entry.place, {}};
    for (const auto& element : *list) {
      if (const auto number = number_of(element)) {
        axis.values.push_back(*number);
        places.values.push_back(element.place);
      }
    }
    if (axis.values.size() != list->size()) return;
    warn_of_repetitions(axis, places);
    scenario_.sweep.push_back(std::move(axis));
    places_.push_back(std::move(places));
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

  void warn_of_repetitions(const SweepAxis& axis, const AxisPlaces& places) {
    std::set<double> seen;
    for (std::size_t k = 0; k < axis.values.size(); ++k) {
      if (seen.insert(axis.values[k]).second) continue;
      context_.diagnostics.add({.place = places.values[k],
                                .severity = Severity::warning,
                                .message = fmt::format("{} is swept at {} twice", axis.parameter,
                                                       plain_number(axis.values[k]))});
    }
  }

  /// Axes that make no design are reported and dropped.
  void check_sizes() {
    const auto& axes = scenario_.sweep;
    bool fit = axes.size() <= most_axes;
    if (!fit) report(places_[most_axes].key, fmt::format("more than {} axes", most_axes));
    for (std::size_t k = 1; fit && scenario_.sweep_method == SweepMethod::list && k < axes.size();
         ++k) {
      const std::size_t first = axes[0].values.size();
      const std::size_t length = axes[k].values.size();
      if (length == first) continue;
      report(places_[k].key, fmt::format("{} has {} values, {} has {} (a list sweep pairs them)",
                                         axes[k].parameter, length, axes[0].parameter, first));
      paired_ = false;
    }
    if (fit && point_count(scenario_.sweep_method, axes) > most_points) {
      report(
          places_[0].key, "the sweep has too many points (a grid combines all values)",
          {fmt::format("allowed: {} points; use fewer values or method = \"list\"", most_points)});
      fit = false;
    }
    if (fit && paired_) return;
    scenario_.sweep.clear();
    places_.clear();
  }

  void report(Place place, std::string message, std::vector<std::string> notes = {}) {
    context_.diagnostics.add(
        {.place = place, .message = std::move(message), .notes = std::move(notes)});
  }

  const SectionContext& context_;
  Scenario& scenario_;
  std::vector<AxisPlaces> places_;
  std::set<std::string> names_;
  bool paired_ = true;
};

}  // namespace

std::vector<AxisPlaces> read_sweep(const Table& table, const SectionContext& context,
                                   Scenario& scenario) {
  return SweepSection(context, scenario).read(table);
}

}  // namespace rapport
