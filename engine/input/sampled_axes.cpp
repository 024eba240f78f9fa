#include "input/sampled_axes.hpp"

#include <bit>
#include <cmath>
#include <fmt/format.h>

#include "input/row_value.hpp"
#include "input/sampled_methods.hpp"
#include "input/table_reader.hpp"

namespace rapport {
namespace {

constexpr std::string_view as_range =
    "write { min = 0.1, max = 0.4 }, perhaps with scale = \"log\"";

class RangeReader {
 public:
  RangeReader(const std::string& name, const Value& value, Diagnostics& diagnostics)
      : name_(name),
        place_(value.place),
        diagnostics_(diagnostics),
        reader_(std::get<Table>(value.data), diagnostics) {}

  std::optional<SweepRange> read() {
    SweepRange range;
    const auto low = number("min");
    const auto high = number("max");
    const bool scaled = read_scale(range);
    reader_.report_unknown_keys();
    if (!low || !high || !scaled) return std::nullopt;
    range.low = *low;
    range.high = *high;
    if (range.low >= range.high) {
      return refuse(fmt::format("the range of {} begins at {} and ends at {} (it must grow)", name_,
                                plain_number(range.low), plain_number(range.high)));
    }
    if (range.scale == SweepScale::log && range.low <= 0) {
      return refuse(fmt::format("the range of {} begins at {} (a log scale needs more than 0)",
                                name_, plain_number(range.low)));
    }
    return range;
  }

 private:
  std::optional<double> number(std::string_view key) {
    const Entry* entry = reader_.take(key);
    if (entry == nullptr) {
      report(place_, fmt::format("the range of {} has no {}", name_, key), std::string(as_range));
      return std::nullopt;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&entry->value.data)) {
      return static_cast<double>(*whole);
    }
    const auto* real = std::get_if<double>(&entry->value.data);
    if (real != nullptr && std::isfinite(*real)) return *real;
    report(entry->value.place,
           fmt::format("{} is {}, expected a number", key, describe(entry->value)));
    return std::nullopt;
  }

  bool read_scale(SweepRange& range) {
    const Entry* entry = reader_.take("scale");
    if (entry == nullptr) return true;
    const auto* text = std::get_if<std::string>(&entry->value.data);
    if (text != nullptr && *text == "log") range.scale = SweepScale::log;
    if (text != nullptr && (*text == "log" || *text == "linear")) return true;
    report(entry->value.place, fmt::format("scale is {}", describe(entry->value)),
           "allowed: linear, log");
    return false;
  }

  std::optional<SweepRange> refuse(std::string message) {
    report(place_, std::move(message));
    return std::nullopt;
  }

  void report(Place place, std::string message, std::string note = {}) {
    Diagnostic diagnostic{.place = place, .message = std::move(message)};
    if (!note.empty()) diagnostic.notes.push_back(std::move(note));
    diagnostics_.add(std::move(diagnostic));
  }

  const std::string& name_;
  Place place_;
  Diagnostics& diagnostics_;
  TableReader reader_;
};

/// Keys of [sweep] that only some methods use.
bool uses(std::string_view key, const Scenario& scenario) {
  const SampledMethod* method = find_sampled(scenario.sweep_method);
  if (key == "size") return method != nullptr;
  if (key == "levels") return method != nullptr && method->has_levels;
  return scenario.sweep_method == SweepMethod::list;
}

}  // namespace

bool is_range(const Table& table) {
  for (const std::string_view key : {"min", "max"}) {
    const Entry* entry = find_entry(table, key);
    if (entry != nullptr && !std::holds_alternative<Table>(entry->value.data)) return true;
  }
  return false;
}

std::optional<SweepRange> read_range(const std::string& name, const Value& value,
                                     Diagnostics& diagnostics) {
  if (std::holds_alternative<Table>(value.data)) {
    return RangeReader(name, value, diagnostics).read();
  }
  diagnostics.add(
      {.place = value.place,
       .message = fmt::format("{} is {}, expected a range (the design chooses the values)", name,
                              describe(value)),
       .notes = {std::string(as_range)}});
  return std::nullopt;
}

bool check_sampling(const Table& sweep, const Scenario& scenario, Diagnostics& diagnostics) {
  for (const std::string_view key : {"size", "levels", "file"}) {
    const Entry* entry = find_entry(sweep, key);
    if (entry == nullptr || uses(key, scenario)) continue;
    diagnostics.add({.place = entry->place,
                     .message = fmt::format("{} has no effect with this method", key),
                     .notes = {"take it out, or choose another method"}});
  }
  const SampledMethod* method = find_sampled(scenario.sweep_method);
  if (method == nullptr) return true;
  const Entry* size = find_entry(sweep, "size");
  const Entry* written = find_entry(sweep, "method");
  if (size == nullptr) {
    diagnostics.add({.place = written->value.place,
                     .message = fmt::format("a {} design without size", method->name),
                     .notes = {fmt::format("size is its number of {}", method->size_means)}});
  } else if (method->powers_of_two && !std::has_single_bit(scenario.sweep_size)) {
    diagnostics.add(
        {.place = size->value.place,
         .severity = Severity::warning,
         .message = fmt::format("size {} is no power of two (only such a {} design is balanced)",
                                scenario.sweep_size, method->name),
         .notes = {fmt::format("the next one is {}", std::bit_ceil(scenario.sweep_size))}});
  }
  const Entry* levels = find_entry(sweep, "levels");
  if (levels != nullptr && scenario.sweep_levels % 2 != 0) {
    diagnostics.add({.place = levels->value.place,
                     .message = fmt::format("levels is {}, expected an even number (a step is half "
                                            "of them)",
                                            scenario.sweep_levels)});
    return false;
  }
  return size != nullptr;
}

void sample_axes(Scenario& scenario) {
  const SampledMethod* method = find_sampled(scenario.sweep_method);
  const UnitDesign design = method->draw({.axes = static_cast<std::uint32_t>(scenario.sweep.size()),
                                          .size = scenario.sweep_size,
                                          .levels = scenario.sweep_levels,
                                          .seed = scenario.seed});
  for (std::size_t k = 0; k < design.size(); ++k) {
    SweepAxis& axis = scenario.sweep[k];
    for (const double share : design[k]) {
      axis.values.push_back(method->has_levels ? node_in(*axis.range, share)
                                               : value_in(*axis.range, share));
    }
  }
}

}  // namespace rapport
