#include "input/table_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "input/did_you_mean.hpp"
#include "parameters/parameters.hpp"
#include "strategies/registry.hpp"

namespace rapport {
namespace {

std::string header(std::string_view group) {
  if (group.empty()) return "the top of the file, before the first [table]";
  if (group == "campaign" || group == "expect") return fmt::format("[[{}]]", group);
  return fmt::format("[{}]", group);
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

void TableReader::report_unknown_keys() const {
  const std::set<std::string_view> known(known_.begin(), known_.end());
  for (const auto& entry : table_.entries) {
    if (known.contains(entry.key) || is_note(entry.key)) continue;
    Diagnostic diagnostic{.place = entry.place,
                          .message = fmt::format("unknown key \"{}\"", entry.key),
                          .suggestion = nearest_word(entry.key, known_)};
    if (const auto home = home_of_key(entry.key); !home.empty()) {
      diagnostic.suggestion.clear();
      diagnostic.notes.push_back(fmt::format("\"{}\" belongs into {}", entry.key, home));
    } else if (diagnostic.suggestion.empty()) {
      diagnostic.notes.push_back("known here: " + join_words(known_));
    }
    diagnostics_.add(std::move(diagnostic));
  }
}

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
  for (const auto& strategy : strategy_rows()) {
    for (const auto& row : strategy.parameters) look(row, "campaign");
  }
  return fmt::format("{}", fmt::join(homes, " or "));
}

}  // namespace rapport
