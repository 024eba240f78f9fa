#include <algorithm>
#include <fmt/format.h>

#include "input/did_you_mean.hpp"
#include "input/scenario_sections.hpp"
#include "measures/measures.hpp"

namespace rapport {
namespace {

class StopSection {
 public:
  StopSection(const Table& table, Place place, const SectionContext& context, Scenario& scenario)
      : place_(place),
        table_(table),
        context_(context),
        scenario_(scenario),
        reader_(table, context.diagnostics) {}

  void read() {
    read_rows("stop", reader_, scenario_);
    reader_.report_unknown_keys();
    const StopRule& rule = scenario_.stop;
    check_metric();
    if (rule.kind == StopKind::precision) {
      refuse_keys({"indifference", "probability"}, "precision");
      if (rule.half_width == 0 && rule.relative_half_width == 0) {
        report(place_, "a rule of precision without a width",
               "add relative_half_width = 0.1, or half_width in units of the measure");
      }
    } else {
      refuse_keys({"half_width", "relative_half_width"}, "select-best");
      if (rule.indifference == 0) {
        report(place_, "a rule of selection without indifference",
               "add indifference, the difference that does not matter, in units of the measure");
      }
    }
    if (rule.min_replicates > rule.max_replicates) {
      report(place_of("min_replicates"),
             fmt::format("min_replicates is {}, max_replicates {} (nothing would be judged)",
                         rule.min_replicates, rule.max_replicates));
    }
    if (scenario_.campaigns.size() == 1) {
      report(place_, "a stopping rule for one campaign (it looks at differences)",
             "add a second [[campaign]]");
    }
  }

 private:
  void check_metric() {
    const std::string& metric = scenario_.stop.metric;
    if (metric.empty()) {
      if (context_.complete) report(place_, "a stopping rule without metric");
      return;
    }
    std::vector<std::string_view> names;
    for (const MeasureRow& row : measure_rows()) names.push_back(row.name);
    const auto found = std::ranges::find(names, metric);
    if (found == names.end()) {
      context_.diagnostics.add({.place = place_of("metric"),
                                .message = fmt::format("unknown measure \"{}\"", metric),
                                .suggestion = nearest_word(metric, names),
                                .notes = {"see: rapport list metrics"}});
      return;
    }
    const auto row = static_cast<std::size_t>(found - names.begin());
    if (scenario_.stop.kind == StopKind::select_best &&
        measure_rows()[row].better == Better::neither) {
      report(place_of("metric"), fmt::format("of {} neither more nor less is better (there is no "
                                             "best campaign)",
                                             metric));
    }
  }

  void refuse_keys(std::initializer_list<std::string_view> keys, std::string_view rule) {
    for (const std::string_view key : keys) {
      const Entry* entry = find_entry(table_, key);
      if (entry == nullptr) continue;
      report(entry->place, fmt::format("{} has no effect with rule = \"{}\"", key, rule),
             "take it out, or choose the other rule");
    }
  }

  Place place_of(std::string_view key) const {
    const Entry* entry = find_entry(table_, key);
    return entry == nullptr ? place_ : entry->value.place;
  }

  void report(Place place, std::string message, std::string note = {}) {
    Diagnostic diagnostic{.place = place, .message = std::move(message)};
    if (!note.empty()) diagnostic.notes.push_back(std::move(note));
    context_.diagnostics.add(std::move(diagnostic));
  }

  Place place_;
  const Table& table_;
  const SectionContext& context_;
  Scenario& scenario_;
  TableReader reader_;
};

}  // namespace

void read_stop(const Table& table, Place place, const SectionContext& context, Scenario& scenario) {
  StopSection(table, place, context, scenario).read();
}

}  // namespace rapport
