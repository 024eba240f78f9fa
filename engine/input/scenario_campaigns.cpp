#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "input/characters.hpp"
#include "input/did_you_mean.hpp"
#include "input/strategy_keys.hpp"

namespace rapport {
namespace {

struct CommonField {
  std::string_view name;
  double Campaign::*field;
};

// Where the values of campaign_rows() go.
constexpr auto common_fields = std::to_array<CommonField>({
    {"hours_per_day", &Campaign::hours_per_day},
    {"profile_quality", &Campaign::profile_quality},
    {"expertise", &Campaign::expertise},
    {"research", &Campaign::research},
    {"voice", &Campaign::voice},
    {"message_errors", &Campaign::message_errors},
    {"bad_name", &Campaign::bad_name},
    {"pull", &Campaign::pull},
});

bool belongs_to_some_strategy(std::string_view key) {
  for (const auto& strategy : strategy_rows()) {
    if (strategy.ids_key == key || parts_key(strategy.parts) == key) return true;
    if (strategy.name == key) return true;  // settings of a part
    for (const auto& row : strategy.parameters) {
      if (row.name == key) return true;
    }
  }
  return false;
}

// More senders in one world are no plan but a mistake.
constexpr std::size_t most_rivals = 15;

/// A campaign, or a rival of the campaign `host`.
class CampaignSection {
 public:
  CampaignSection(const Table& table, Place place, const SectionContext& context,
                  const Scenario& scenario, const Campaign* host = nullptr)
      : table_(table),
        place_(place),
        context_(context),
        scenario_(scenario),
        host_(host),
        reader_(table, context.diagnostics) {}

  Campaign read() {
    read_name();
    const StrategyRow* strategy = read_strategy();
    read_common();
    if (host_ == nullptr) read_rivals();
    if (strategy == nullptr) {
      allow_keys_of_all_strategies();
    } else {
      read_strategy_keys(*strategy, {table_, place_, reader_}, context_, scenario_, campaign_);
      set_aside_other_keys(*strategy);
    }
    reader_.report_unknown_keys(strategy == nullptr ? "" : strategy->name);
    return std::move(campaign_);
  }

 private:
  const std::string* required_text(std::string_view key) {
    const Entry* entry = reader_.take(key);
    if (entry == nullptr) {
      if (context_.complete) report(place_, fmt::format("a {} without {}", what(), key));
      return nullptr;
    }
    const auto* text = std::get_if<std::string>(&entry->value.data);
    if (text == nullptr) {
      report(entry->value.place,
             fmt::format("{} is {}, expected text in quotes", key, describe(entry->value)));
    }
    return text;
  }

  void read_name() {
    const std::string* name = required_text("name");
    if (name == nullptr) return;
    const Place place = find_entry(table_, "name")->value.place;
    const auto& others = host_ == nullptr ? scenario_.campaigns : host_->rivals;
    const auto same = [&](const Campaign& other) { return other.name == *name; };
    if (name->find_first_not_of(' ') == std::string::npos) {
      report(place, fmt::format("the name of the {} is empty", what()));
    } else if (printable(*name) != *name) {
      report(place, fmt::format("the name of the {} holds control characters", what()));
    } else if (!is_seen_whole(*name)) {
      report(place,
             fmt::format("the name of the {} has a blank at an end or characters that nobody sees "
                         "(another name could look the same)",
                         what()));
    } else if (std::any_of(others.begin(), others.end(), same)) {
      report(place, fmt::format("a second {} is called \"{}\"", what(), *name),
             {"give it a name of its own"});
    } else if (host_ != nullptr && same(*host_)) {
      report(place, fmt::format("a rival of campaign \"{}\" has the same name", *name),
             {"give the rival a name of its own"});
    }
    campaign_.name = *name;
  }

  const StrategyRow* read_strategy() {
    const std::string* name = required_text("strategy");
    if (name == nullptr) return nullptr;
    campaign_.strategy = *name;
    return strategy_called(*name, find_entry(table_, "strategy")->value.place,
                           context_.diagnostics);
  }

  void read_common() {
    for (const auto& row : campaign_rows()) {
      const auto value = reader_.take(row);
      const double number = value.value_or(default_value(row, scenario_.parameter_set)).number;
      for (const auto& common : common_fields) {
        if (common.name == row.name) campaign_.*common.field = number;
      }
    }
  }

  std::string_view what() const { return host_ == nullptr ? "campaign" : "rival"; }

  void read_rivals() {
    const Entry* entry = reader_.take("rival");
    if (entry == nullptr) return;
    const auto* list = std::get_if<List>(&entry->value.data);
    if (list == nullptr) {
      report(entry->value.place,
             fmt::format("rival is {}, expected a list of tables", describe(entry->value)),
             {"write [[campaign.rival]] below its campaign, once for each rival"});
      return;
    }
    if (list->size() > most_rivals) {
      report(entry->value.place, fmt::format("more than {} rivals", most_rivals));
      return;
    }
    for (const Value& value : *list) {
      if (const auto* table = std::get_if<Table>(&value.data)) {
        campaign_.rivals.push_back(
            CampaignSection(*table, value.place, context_, scenario_, &campaign_).read());
      } else {
        report(value.place, describe(value) + " is not a rival",
               {"write [[campaign.rival]] and its keys below"});
      }
    }
  }

  /// A misspelt strategy must not make mistakes of all its keys.
  void allow_keys_of_all_strategies() {
    for (const auto& entry : table_.entries) {
      if (belongs_to_some_strategy(entry.key)) reader_.take(entry.key);
    }
  }

  /// When --set chose another strategy than the file has keys for, they are put aside with a
  /// warning.
  void set_aside_other_keys(const StrategyRow& strategy) {
    if (find_entry(table_, "strategy")->place.in != PlaceIn::option) return;
    for (const auto& entry : table_.entries) {
      if (entry.place.in != PlaceIn::file || reader_.knows(entry.key)) continue;
      if (!belongs_to_some_strategy(entry.key)) continue;
      reader_.take(entry.key);
      context_.diagnostics.add({.place = entry.place,
                                .severity = Severity::warning,
                                .message = fmt::format("{} means nothing for strategy \"{}\"",
                                                       entry.key, strategy.name)});
    }
  }

  void report(Place place, std::string message, std::vector<std::string> notes = {}) {
    context_.diagnostics.add(
        {.place = place, .message = std::move(message), .notes = std::move(notes)});
  }

  const Table& table_;
  Place place_;
  const SectionContext& context_;
  const Scenario& scenario_;
  const Campaign* host_;
  TableReader reader_;
  Campaign campaign_;
};

void read_baseline(TableReader& top, const SectionContext& context, Scenario& scenario) {
  const Entry* entry = top.take("baseline");
  if (entry == nullptr) return;
  const auto* name = std::get_if<std::string>(&entry->value.data);
  std::vector<std::string_view> names;
  for (const auto& campaign : scenario.campaigns) names.push_back(campaign.name);
  const auto found = name == nullptr ? names.end() : std::find(names.begin(), names.end(), *name);
  if (found != names.end()) {
    scenario.baseline = static_cast<std::uint32_t>(found - names.begin());
  } else if (context.complete) {
    const std::string known = join_distinct(names);
    context.diagnostics.add(
        {.place = entry->value.place,
         .message = fmt::format("baseline is {}, which is the name of no campaign",
                                describe(entry->value)),
         .suggestion = name == nullptr ? "" : nearest_word(*name, names),
         .notes = known.empty() ? std::vector<std::string>()
                                : std::vector<std::string>{"campaigns: " + known}});
  }
}

}  // namespace

void read_campaigns(TableReader& top, const SectionContext& context, Scenario& scenario) {
  const Entry* entry = top.take("campaign");
  const auto* list = entry == nullptr ? nullptr : std::get_if<List>(&entry->value.data);
  if (entry != nullptr && list == nullptr) {
    context.diagnostics.add({.place = entry->place,
                             .message = fmt::format("campaign is {}, expected a list of tables",
                                                    describe(entry->value)),
                             .notes = {"write [[campaign]] with two brackets, once for each"}});
  } else if ((list == nullptr || list->empty()) && context.complete) {
    context.diagnostics.add({.place = {},
                             .message = "no [[campaign]] (there is nothing to run)",
                             .notes = {"add [[campaign]] with name = \"...\" and strategy = "
                                       "\"...\"; rapport list strategies names them"}});
  }
  for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
    const Value& value = (*list)[k];
    if (const auto* table = std::get_if<Table>(&value.data)) {
      scenario.campaigns.push_back(CampaignSection(*table, value.place, context, scenario).read());
    } else {
      context.diagnostics.add({.place = value.place,
                               .message = describe(value) + " is not a campaign",
                               .notes = {"write [[campaign]] and its keys below"}});
    }
  }
  read_baseline(top, context, scenario);
}

}  // namespace rapport
