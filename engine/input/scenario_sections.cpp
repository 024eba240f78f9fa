#include "input/scenario_sections.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "input/did_you_mean.hpp"
#include "mechanisms/registry.hpp"

namespace rapport {

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
  if (const Entry* off = reader.take("off")) {
    const auto* list = std::get_if<List>(&off->value.data);
    if (list == nullptr) {
      context.diagnostics.add(
          {.place = off->value.place,
           .message = fmt::format("off is {}, expected a list of names", describe(off->value)),
           .notes = {"write off = [\"word-of-mouth\"]"}});
    }
    for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
      const Value& element = (*list)[k];
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
  reader.report_unknown_keys();
}

}  // namespace rapport
