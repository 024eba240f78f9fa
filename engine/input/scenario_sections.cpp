#include "input/scenario_sections.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "input/did_you_mean.hpp"
#include "mechanisms/registry.hpp"

namespace rapport {

namespace {

void read_off(const Entry& off, std::span<const std::string_view> names,
              const SectionContext& context, Scenario& scenario) {
  const auto* list = std::get_if<List>(&off.value.data);
  if (list == nullptr) {
    context.diagnostics.add(
        {.place = off.value.place,
         .message = fmt::format("off is {}, expected a list of names", describe(off.value)),
         .notes = {"write off = [\"word-of-mouth\"]"}});
    return;
  }
  for (const Value& element : *list) {
    const auto* name = std::get_if<std::string>(&element.data);
    if (name == nullptr || std::find(names.begin(), names.end(), *name) == names.end()) {
      context.diagnostics.add(
          {.place = element.place,
           .message = name == nullptr ? describe(element) + " is not the name of a mechanism"
                                      : fmt::format("unknown mechanism \"{}\"", *name),
           .suggestion = name == nullptr ? "" : nearest_word(*name, names),
           .notes = {"mechanisms: " + join_words(names)}});
    } else {
      scenario.mechanisms_off.push_back(*name);
    }
  }
}

/// A mechanism by its own name, on or off; a sweep, which has numbers only, writes 1 and 0.
void read_switch(const Entry& entry, const SectionContext& context, Scenario& scenario) {
  const auto* flag = std::get_if<bool>(&entry.value.data);
  const auto* number = std::get_if<std::int64_t>(&entry.value.data);
  if (flag == nullptr && (number == nullptr || (*number != 0 && *number != 1))) {
    context.diagnostics.add({.place = entry.value.place,
                             .message = fmt::format("{} is {}, expected true or false", entry.key,
                                                    describe(entry.value)),
                             .notes = {"a sweep writes 1 for true and 0 for false"}});
    return;
  }
  auto& off = scenario.mechanisms_off;
  const bool is_on = flag != nullptr ? *flag : *number == 1;
  const bool is_listed = std::find(off.begin(), off.end(), entry.key) != off.end();
  if (is_on && is_listed) {
    context.diagnostics.add(
        {.place = entry.value.place,
         .message = fmt::format("{} is switched on here and stands in the list of those that are "
                                "off",
                                entry.key),
         .notes = {"take it out of one of the two"}});
  } else if (!is_on && !is_listed) {
    off.push_back(entry.key);
  }
}

}  // namespace

const Table* section(std::string_view name, TableReader& top, const SectionContext& context) {
  const Entry* entry = top.take(name);
  if (entry == nullptr) return nullptr;
  const auto* table = std::get_if<Table>(&entry->value.data);
  if (table == nullptr) {
    context.diagnostics.add(
        {.place = entry->place,
         .message = fmt::format("{} is {}, expected a table", name, describe(entry->value)),
         .notes = {fmt::format("write [{}] on a line of its own, its keys below", name)}});
  }
  return table;
}

void read_rows(std::string_view group, TableReader& reader, Scenario& scenario) {
  for (const auto& row : scenario_rows()) {
    const auto field = row.field(scenario);
    if (row.row.group != group || std::holds_alternative<std::monostate>(field)) continue;
    if (const auto value = reader.take(row.row)) store(field, *value);
  }
}

void read_mechanisms(const Table& table, const SectionContext& context, Scenario& scenario) {
  TableReader reader(table, context.diagnostics);
  std::vector<std::string_view> names;
  for (const auto& row : mechanism_rows()) names.push_back(row.name);
  if (const Entry* off = reader.take("off")) read_off(*off, names, context, scenario);
  for (const std::string_view name : names) {
    if (const Entry* entry = reader.take(name)) read_switch(*entry, context, scenario);
  }
  reader.report_unknown_keys();
}

}  // namespace rapport
