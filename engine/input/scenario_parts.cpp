// Campaigns that consist of several strategies: `mixed` and `phases`.
#include <cmath>
#include <fmt/format.h>

#include "input/strategy_keys.hpp"

namespace rapport {
namespace {

// Each part adds its ways of addressing people; more of them are no plan but a mistake.
constexpr std::size_t most_parts = 64;

constexpr ParameterRow share_row = {"shares",
                                    "share",
                                    ValueKind::number,
                                    "1",
                                    0,
                                    0,
                                    0,
                                    1,
                                    "a part's share of the hours",
                                    "interface of the program (X)"};
constexpr ParameterRow from_day_row = {"phases",
                                       "from_day",
                                       ValueKind::integer,
                                       "days",
                                       0,
                                       0,
                                       0,
                                       longest_horizon,
                                       "first day of a phase",
                                       "interface of the program (X)"};

class PartsReader {
 public:
  PartsReader(PartsKind kind, const StrategyTable& where, const SectionContext& context,
              const Scenario& scenario, Campaign& campaign)
      : kind_(kind), where_(where), context_(context), scenario_(scenario), campaign_(campaign) {}

  void read() {
    const std::string_view key = parts_key(kind_);
    const Entry* entry = where_.reader.take(key);
    if (entry == nullptr) {
      if (!context_.complete) return;
      report(where_.place,
             fmt::format("a campaign of strategy \"{}\" without {}", campaign_.strategy, key),
             {example()});
    } else if (kind_ == PartsKind::shares) {
      read_shares(*entry);
    } else {
      read_phases(*entry);
    }
  }

 private:
  std::string example() const {
    return kind_ == PartsKind::shares
               ? "write shares = {spam-blast = 0.2, thoughtful-engagement = 0.8}"
               : "write phases = [{strategy = \"listen-first\", from_day = 0}, {strategy = "
                 "\"do-nothing\", from_day = 90}]";
  }

  void read_shares(const Entry& entry) {
    const auto* table = std::get_if<Table>(&entry.value.data);
    if (table == nullptr || table->entries.empty()) {
      report(entry.value.place,
             fmt::format("shares is {}, expected a table of strategies and their shares",
                         table != nullptr ? "empty" : describe(entry.value)),
             {example()});
      return;
    }
    double sum = 0;
    bool known = true;
    for (const Entry& part : table->entries) {
      if (is_note(part.key)) continue;
      const StrategyRow* strategy = part_called(part.key, part.place);
      const auto share = checked_value(share_row, part.value, context_.diagnostics);
      known = known && strategy != nullptr && share.has_value();
      // Its settings are read all the same, so that all mistakes are told, and no other ones.
      const Table& settings = settings_of(part.key);
      if (strategy == nullptr) continue;
      Campaign& read = read_part(*strategy, settings);
      if (!share) continue;
      sum += share->number;
      read.share = share->number;
    }
    // Shares are written in decimals, whose sum need not be 1 to the last bit.
    if (known && std::fabs(sum - 1) > 1e-9) {
      report(entry.place,
             fmt::format("the shares sum to {:.9g} (together they are all of the hours)", sum),
             {"make them sum to 1; a share of \"do-nothing\" leaves hours unused"});
    }
  }

  /// The table of a part's settings, which stands in the campaign under the strategy's name; an
  /// empty one where there is none.
  const Table& settings_of(std::string_view strategy) {
    static const Table none;
    const Entry* entry = where_.reader.take(strategy);
    if (entry == nullptr) return none;
    const auto* table = std::get_if<Table>(&entry->value.data);
    if (table != nullptr) return *table;
    report(
        entry->value.place,
        fmt::format("{} is {}, expected a table of its settings", strategy, describe(entry->value)),
        {fmt::format("write {} = {{key = value}}", strategy)});
    return none;
  }

  void read_phases(const Entry& entry) {
    const auto* list = std::get_if<List>(&entry.value.data);
    if (list == nullptr || list->empty()) {
      report(entry.value.place,
             fmt::format("phases is {}, expected a list of tables",
                         list != nullptr ? "empty" : describe(entry.value)),
             {example()});
      return;
    }
    if (list->size() > most_parts) {
      report(entry.value.place, fmt::format("more than {} phases", most_parts));
      return;
    }
    for (const Value& value : *list) read_phase(value);
  }

  void read_phase(const Value& value) {
    const auto* table = std::get_if<Table>(&value.data);
    if (table == nullptr) {
      report(value.place, describe(value) + " is not a phase", {example()});
      return;
    }
    TableReader reader(*table, context_.diagnostics);
    const Entry* name = reader.take("strategy");
    const Entry* day = reader.take(from_day_row.name);
    const auto* text = name == nullptr ? nullptr : std::get_if<std::string>(&name->value.data);
    if (text == nullptr || day == nullptr) {
      report(name != nullptr && text == nullptr ? name->value.place : value.place,
             "a phase needs strategy = \"...\" and from_day", {example()});
      return;
    }
    const StrategyRow* strategy = part_called(*text, name->value.place);
    const auto from = checked_value(from_day_row, day->value, context_.diagnostics);
    if (strategy == nullptr || !from) return;
    const auto first_day = static_cast<Day>(from->integer);
    check_order(first_day, day->value.place);
    read_part(*strategy, *table, reader, value.place).first_day = first_day;
  }

  void check_order(Day first_day, Place place) {
    if (first_day >= scenario_.horizon_days) {
      report(place,
             fmt::format("a phase that begins on day {} never comes (the run ends on day {})",
                         first_day, scenario_.horizon_days - 1),
             {"begin it earlier, or set a longer horizon_days"});
    }
    if (campaign_.parts.empty()) return;
    const Day before = campaign_.parts.back().first_day;
    if (first_day == before) {
      report(place, fmt::format("two phases begin on day {} (the earlier one is empty)", first_day),
             {"a phase ends where the next one begins"});
    } else if (first_day < before) {
      report(place,
             fmt::format("a phase begins on day {}, before the one above it, on day {} (they "
                         "overlap)",
                         first_day, before),
             {"write phases in the order of their first days"});
    }
  }

  /// Whoever may be a part: any strategy that does not consist of others.
  const StrategyRow* part_called(std::string_view name, Place place) {
    const StrategyRow* strategy = strategy_called(name, place, context_.diagnostics);
    if (strategy == nullptr || strategy->parts == PartsKind::none) return strategy;
    report(place,
           fmt::format("\"{}\" cannot be part of another strategy (it has parts itself)", name),
           {"write its parts here, each by itself"});
    return nullptr;
  }

  Campaign& read_part(const StrategyRow& strategy, const Table& table) {
    TableReader reader(table, context_.diagnostics);
    return read_part(strategy, table, reader, where_.place);
  }

  Campaign& read_part(const StrategyRow& strategy, const Table& table, TableReader& reader,
                      Place place) {
    Campaign part;
    part.name = campaign_.name;
    part.strategy = strategy.name;
    read_strategy_keys(strategy, {table, place, reader}, context_, scenario_, part);
    reader.report_unknown_keys(strategy.name);
    campaign_.parts.push_back(std::move(part));
    return campaign_.parts.back();
  }

  void report(Place place, std::string message, std::vector<std::string> notes = {}) {
    context_.diagnostics.add(
        {.place = place, .message = std::move(message), .notes = std::move(notes)});
  }

  PartsKind kind_;
  const StrategyTable& where_;
  const SectionContext& context_;
  const Scenario& scenario_;
  Campaign& campaign_;
};

}  // namespace

std::string_view parts_key(PartsKind kind) {
  switch (kind) {
    case PartsKind::shares:
      return "shares";
    case PartsKind::phases:
      return "phases";
    case PartsKind::none:
      break;
  }
  return {};
}

void read_parts(PartsKind kind, const StrategyTable& where, const SectionContext& context,
                const Scenario& scenario, Campaign& campaign) {
  PartsReader(kind, where, context, scenario, campaign).read();
}

}  // namespace rapport
