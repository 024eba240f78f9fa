#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "input/characters.hpp"
#include "input/did_you_mean.hpp"
#include "input/expectation_text.hpp"
#include "input/overrides.hpp"
#include "input/scenario_sections.hpp"
#include "input/sweep_points.hpp"

namespace rapport {
namespace {

/// The measures behind the choices of `per`, in their order.
constexpr std::array<std::string_view, 5> divisors = {"", "hours_spent", "money_spent",
                                                      "messages_sent", "people_touched"};

class ExpectSection {
 public:
  ExpectSection(const Table& table, Place place, const SectionContext& context,
                const Scenario& scenario)
      : place_(place), context_(context), scenario_(scenario), reader_(table, context.diagnostics) {
    for (const auto& campaign : scenario.campaigns) campaigns_.push_back(campaign.name);
  }

  Expectation read() {
    read_claim();
    read_compare();
    read_day();
    if (const auto per = reader_.take(scenario_row("expect", "per"))) {
      expectation_.per = divisors.at(static_cast<std::size_t>(per->integer));
    }
    read_points();
    reader_.report_unknown_keys();
    return std::move(expectation_);
  }

 private:
  const std::string* required_text(std::string_view key) {
    const Entry* entry = reader_.take(key);
    if (entry == nullptr) {
      if (context_.complete) report(place_, fmt::format("an expectation without {}", key));
      return nullptr;
    }
    const auto* text = std::get_if<std::string>(&entry->value.data);
    if (text == nullptr) {
      report(entry->value.place,
             fmt::format("{} is {}, expected text in quotes", key, describe(entry->value)));
    } else if (printable(*text) != *text) {
      report(entry->value.place, fmt::format("{} holds control characters", key));
    } else if (text->find_first_not_of(' ') == std::string::npos) {
      report(entry->value.place, fmt::format("{} is empty", key));
      return nullptr;
    }
    return text;
  }

  void read_claim() {
    if (const auto* text = required_text("claim")) expectation_.claim = *text;
  }

  void read_compare() {
    const std::string* text = required_text("compare");
    if (text == nullptr) return;
    expectation_.compare = *text;
    for (auto& mistake : read_comparison(campaigns_, expectation_)) {
      context_.diagnostics.add({.place = reader_.take("compare")->value.place,
                                .message = std::move(mistake.message),
                                .suggestion = std::move(mistake.suggestion),
                                .notes = std::move(mistake.notes)});
    }
  }

  void read_day() {
    expectation_.days = scenario_.horizon_days;
    const auto day = reader_.take(scenario_row("expect", "day"));
    if (!day || day->integer == 0) return;
    const Place place = reader_.take("day")->value.place;
    if (day->integer > scenario_.horizon_days) {
      report(place, fmt::format("day {} lies beyond the horizon of {} days", day->integer,
                                scenario_.horizon_days));
      return;
    }
    expectation_.days = static_cast<Day>(day->integer);
    if (expectation_.days == scenario_.horizon_days || scenario_.daily == DailyOutput::all) return;
    report(place, "an expectation before the end needs the daily series",
           {"set daily = \"all\" under [output]"});
  }

  /// The design points whose swept parameters have the values under `at`; all without `at`.
  void read_points() {
    const Entry* at = reader_.take("at");
    const Table nothing;
    const Table* wanted = at == nullptr ? &nothing : std::get_if<Table>(&at->value.data);
    if (wanted == nullptr) {
      report(at->value.place, fmt::format("at is {}, expected a table", describe(at->value)),
             {"write at = { \"market.in_market_share\" = 0.1 }"});
      return;
    }
    std::vector<std::pair<std::size_t, double>> values;
    for (const auto& entry : wanted->entries) read_value({entry.key}, entry, values);
    const std::uint64_t count = point_count(scenario_.sweep_method, scenario_.sweep);
    for (std::uint64_t point = 0; point < count; ++point) {
      const auto positions = point_positions(scenario_.sweep_method, scenario_.sweep, point);
      const bool fits = std::all_of(values.begin(), values.end(), [&](const auto& value) {
        return scenario_.sweep[value.first].values[positions[value.first]] == value.second;
      });
      if (fits) expectation_.points.push_back(static_cast<std::uint32_t>(point));
    }
    if (expectation_.points.empty()) {
      report(at->place, "no design point has these values (a list sweep pairs them)");
    }
  }

  /// Names may also be written without quotes: then TOML makes tables of them.
  void read_value(std::vector<std::string> path, const Entry& entry,
                  std::vector<std::pair<std::size_t, double>>& values) {
    if (const auto* table = std::get_if<Table>(&entry.value.data)) {
      for (const auto& inner : table->entries) {
        auto longer = path;
        longer.push_back(inner.key);
        read_value(std::move(longer), inner, values);
      }
      return;
    }
    const auto written = path.size() == 1 ? split_dotted_name(path[0]) : path;
    const std::string name = written ? dotted_name(*written) : path[0];
    const auto axis = std::find_if(scenario_.sweep.begin(), scenario_.sweep.end(),
                                   [&](const SweepAxis& each) { return each.parameter == name; });
    if (axis == scenario_.sweep.end()) {
      std::vector<std::string_view> known;
      for (const auto& each : scenario_.sweep) known.push_back(each.parameter);
      report(entry.place, fmt::format("{} is not swept", name),
             {known.empty() ? "there is no [sweep]" : "swept: " + join_words(known)},
             nearest_word(name, known));
      return;
    }
    const auto number = number_at(name, entry.value);
    if (!number) return;
    if (std::find(axis->values.begin(), axis->values.end(), *number) == axis->values.end()) {
      report(entry.value.place, fmt::format("{} is not swept at {}", name, describe(entry.value)),
             {fmt::format("swept: {}", fmt::join(axis->values, ", "))});
      return;
    }
    values.emplace_back(static_cast<std::size_t>(axis - scenario_.sweep.begin()), *number);
  }

  /// A number under `at`; switches of mechanisms are swept as 1 and 0 and may be written as words.
  std::optional<double> number_at(const std::string& name, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) {
      return static_cast<double>(*whole);
    }
    if (const auto* real = std::get_if<double>(&value.data)) return *real;
    const auto* flag = std::get_if<bool>(&value.data);
    if (flag != nullptr && name.starts_with("mechanisms.")) return *flag ? 1 : 0;
    report(value.place, fmt::format("{} is {}, expected a number", name, describe(value)),
           {"sweeps have numbers only"});
    return std::nullopt;
  }

  void report(Place place, std::string message, std::vector<std::string> notes = {},
              std::string suggestion = {}) {
    context_.diagnostics.add({.place = place,
                              .message = std::move(message),
                              .suggestion = std::move(suggestion),
                              .notes = std::move(notes)});
  }

  Place place_;
  const SectionContext& context_;
  const Scenario& scenario_;
  TableReader reader_;
  std::vector<std::string> campaigns_;
  Expectation expectation_;
};

}  // namespace

void read_expectations(TableReader& top, const SectionContext& context, Scenario& scenario) {
  const Entry* entry = top.take("expect");
  if (entry == nullptr) return;
  const auto* list = std::get_if<List>(&entry->value.data);
  if (list == nullptr) {
    context.diagnostics.add(
        {.place = entry->place,
         .message = fmt::format("expect is {}, expected a list of tables", describe(entry->value)),
         .notes = {"write [[expect]] with two brackets, once for each"}});
    return;
  }
  for (const Value& value : *list) {
    if (const auto* table = std::get_if<Table>(&value.data)) {
      scenario.expectations.push_back(ExpectSection(*table, value.place, context, scenario).read());
    } else {
      context.diagnostics.add({.place = value.place,
                               .message = describe(value) + " is not an expectation",
                               .notes = {"write [[expect]] and its keys below"}});
    }
  }
}

}  // namespace rapport
