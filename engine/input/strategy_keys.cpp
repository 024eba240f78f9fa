#include "input/strategy_keys.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <set>

#include "input/did_you_mean.hpp"
#include "strategies/impressions.hpp"

namespace rapport {
namespace {

class StrategyKeys {
 public:
  StrategyKeys(const StrategyRow& strategy, const StrategyTable& where,
               const SectionContext& context, const Scenario& scenario, Campaign& campaign)
      : strategy_(strategy),
        where_(where),
        context_(context),
        scenario_(scenario),
        campaign_(campaign) {}

  void read() {
    for (const auto& row : strategy_.parameters) {
      const auto value = where_.reader.take(row);
      campaign_.settings.push_back(
          value.value_or(default_value(row, scenario_.parameter_set)).number);
    }
    refuse_idle_settings();
    check_impressions();
    if (!strategy_.ids_key.empty()) read_ids();
    if (strategy_.parts != PartsKind::none) {
      read_parts(strategy_.parts, where_, context_, scenario_, campaign_);
    }
  }

 private:
  const Entry* written(std::string_view key) const { return find_entry(where_.table, key); }

  // Only a warning where --set chose otherwise than the file.
  void refuse_idle_settings() {
    for (const IdleSetting& idle : strategy_.idle) {
      const ParameterRow& choice = strategy_.parameters[idle.choice];
      const Entry* entry = written(strategy_.parameters[idle.setting].name);
      if (entry == nullptr || campaign_.settings[idle.choice] != idle.chosen) continue;
      const Entry* chosen = written(choice.name);
      const bool set_aside = entry->place.in == PlaceIn::file && chosen != nullptr &&
                             chosen->place.in == PlaceIn::option;
      const auto choices = split_choices(choice.choices);
      context_.diagnostics.add(
          {.place = entry->place,
           .severity = set_aside ? Severity::warning : Severity::error,
           .message = fmt::format("{} has no effect with {} = \"{}\"", entry->key, choice.name,
                                  choices[static_cast<std::size_t>(idle.chosen)]),
           .notes = {fmt::format("leave it out, or choose another {}", choice.name)}});
    }
  }

  /// What is set of a setting of that name, if the strategy has one.
  std::optional<double> setting(std::string_view name) const {
    const auto found = std::ranges::find(strategy_.parameters, name, &ParameterRow::name);
    if (found == strategy_.parameters.end()) return std::nullopt;
    return campaign_.settings[static_cast<std::size_t>(found - strategy_.parameters.begin())];
  }

  /// Impressions of a day are held in memory, all at once.
  void check_impressions() {
    const auto money = setting("money_per_day");
    const auto price = setting("price_per_thousand");
    if (!money || !price) return;
    const double count = impressions_a_day(*money, *price);
    if (count <= most_impressions_a_day) return;
    const Entry* entry = written("money_per_day");
    if (entry == nullptr) entry = written("price_per_thousand");
    report(entry->value.place,
           fmt::format("{:.3g} impressions a day are too many (each is met one by one)", count),
           {fmt::format("allowed: {:.0e}; lower money_per_day or raise price_per_thousand",
                        most_impressions_a_day)});
  }

  void read_ids() {
    const std::string_view key = strategy_.ids_key;
    const Entry* entry = where_.reader.take(key);
    const bool chosen = names_people();
    if (entry == nullptr) {
      if (chosen && context_.complete) {
        report(where_.place, fmt::format("a campaign that names its people needs {}", key),
               {fmt::format("write {} = [0, 17]", key)});
      }
      return;
    }
    if (!chosen) {
      report(entry->place, fmt::format("{} has no effect with these settings", key),
             {fmt::format("people are taken by number where \"{}\" is chosen", key)});
    }
    const auto* list = std::get_if<List>(&entry->value.data);
    if (list == nullptr || list->empty()) {
      report(entry->value.place, fmt::format("{} is {}, expected numbers of people", key,
                                             list != nullptr ? "empty" : describe(entry->value)));
      return;
    }
    for (const auto& element : *list) read_id(element);
  }

  void read_id(const Value& element) {
    const bool of_file = scenario_.network.kind == NetworkKind::file;
    const auto* number = std::get_if<std::int64_t>(&element.data);
    const auto* text = std::get_if<std::string>(&element.data);
    const std::int64_t people = scenario_.network.people;
    if (of_file && number == nullptr && text == nullptr) {
      report(element.place, describe(element) + " is nobody's id",
             {"write ids as they stand in the file of the network: [100, \"anna\"]"});
      return;
    }
    if (!of_file && (number == nullptr || *number < 0 || *number >= people)) {
      report(element.place, describe(element) + " is nobody's number",
             {fmt::format("people have the numbers 0 to {}", people - 1)});
      return;
    }
    const std::string label = number != nullptr ? std::to_string(*number) : *text;
    if (!ids_.insert(label).second) {
      report(element.place, fmt::format("person {} is named twice", label));
    } else if (of_file) {
      campaign_.labels.push_back(label);
    } else {
      campaign_.ids.push_back(static_cast<std::uint32_t>(*number));
    }
  }

  /// Whether a choice among the settings asks for people by number: the choice is called like the
  /// key.
  bool names_people() const {
    bool asks = true;
    for (std::size_t k = 0; k < strategy_.parameters.size(); ++k) {
      const auto choices = split_choices(strategy_.parameters[k].choices);
      const auto found = std::find(choices.begin(), choices.end(), strategy_.ids_key);
      if (found == choices.end()) continue;
      asks = campaign_.settings[k] == static_cast<double>(found - choices.begin());
    }
    return asks;
  }

  void report(Place place, std::string message, std::vector<std::string> notes = {}) {
    context_.diagnostics.add(
        {.place = place, .message = std::move(message), .notes = std::move(notes)});
  }

  const StrategyRow& strategy_;
  const StrategyTable& where_;
  const SectionContext& context_;
  const Scenario& scenario_;
  Campaign& campaign_;
  std::set<std::string> ids_;
};

}  // namespace

void read_strategy_keys(const StrategyRow& strategy, const StrategyTable& where,
                        const SectionContext& context, const Scenario& scenario,
                        Campaign& campaign) {
  StrategyKeys(strategy, where, context, scenario, campaign).read();
}

const StrategyRow* strategy_called(std::string_view name, Place place, Diagnostics& diagnostics) {
  const StrategyRow* strategy = find_strategy(name);
  if (strategy == nullptr) {
    std::vector<std::string_view> names;
    for (const auto& row : strategy_rows()) names.push_back(row.name);
    diagnostics.add({.place = place,
                     .message = fmt::format("unknown strategy \"{}\"", name),
                     .suggestion = nearest_word(name, names),
                     .notes = {"strategies: " + join_words(names)}});
  }
  return strategy;
}

}  // namespace rapport
