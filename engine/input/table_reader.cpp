#include "input/table_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "input/did_you_mean.hpp"
#include "input/strategy_keys.hpp"
#include "parameters/parameters.hpp"

namespace rapport {
namespace {

std::string header(std::string_view group) {
  if (group.empty()) return "at the top of the file, before the first [table]";
  if (group == "campaign" || group == "expect") return fmt::format("in [[{}]]", group);
  return fmt::format("in [{}]", group);
}

/// The tables in which a key of that name may stand, whatever the strategy; empty for none.
std::string home_of_key(std::string_view key) {
  std::vector<std::string> homes;
  const auto look = [&](const ParameterRow& row, std::string_view group) {
    if (row.name != key) return;
    const auto home = header(group);
    if (std::find(homes.begin(), homes.end(), home) == homes.end()) homes.push_back(home);
  };
  for (const auto& row : scenario_rows()) look(row.row, row.row.group);
  for (const auto& row : parameter_rows()) look(row, row.group);
  for (const auto& row : campaign_rows()) look(row, "campaign");
  return fmt::format("{}", fmt::join(homes, " or "));
}

/// The strategies that take such a key.
std::string strategies_with(std::string_view key) {
  std::vector<std::string_view> names;
  for (const auto& strategy : strategy_rows()) {
    const auto& rows = strategy.parameters;
    const bool has = std::any_of(rows.begin(), rows.end(),
                                 [&](const ParameterRow& row) { return row.name == key; });
    if (has || strategy.ids_key == key || parts_key(strategy.parts) == key) {
      names.push_back(strategy.name);
    }
  }
  return join_words(names);
}

/// Where a key belongs that is unknown in a table; `strategy` is the one whose settings stand
/// there.
std::vector<std::string> directions(std::string_view key, std::string_view strategy) {
  std::vector<std::string> notes;
  if (const auto home = home_of_key(key); !home.empty()) {
    notes.push_back(fmt::format("\"{}\" belongs {}", key, home));
  }
  if (const auto names = strategies_with(key); !names.empty()) {
    notes.push_back(strategy.empty()
                        ? fmt::format("\"{}\" belongs in a [[campaign]] of {}", key, names)
                        : fmt::format("\"{}\" is a key of {}; this is {}", key, names, strategy));
  }
  return notes;
}

}  // namespace

const Entry* TableReader::take(std::string_view key) {
  known_.push_back(key);
  return find_entry(table_, key);
}

std::optional<RowValue> TableReader::take(const ParameterRow& row) {
  const Entry* entry = take(row.name);
  if (entry == nullptr) return std::nullopt;
  return checked_value(row, entry->value, diagnostics_);
}

bool TableReader::knows(std::string_view key) const {
  return std::find(known_.begin(), known_.end(), key) != known_.end();
}

void TableReader::report_unknown_keys(std::string_view strategy) const {
  const std::set<std::string_view> known(known_.begin(), known_.end());
  for (const auto& entry : table_.entries) {
    if (known.contains(entry.key) || is_note(entry.key)) continue;
    Diagnostic diagnostic{.place = entry.place,
                          .message = fmt::format("unknown key \"{}\"", entry.key),
                          .suggestion = nearest_word(entry.key, known_)};
    if (auto notes = directions(entry.key, strategy); !notes.empty()) {
      diagnostic.suggestion.clear();
      diagnostic.notes = std::move(notes);
    } else if (diagnostic.suggestion.empty()) {
      diagnostic.notes.push_back("known here: " + join_words(known_));
    }
    diagnostics_.add(std::move(diagnostic));
  }
}

}  // namespace rapport
