#include "input/overrides.hpp"

#include <fmt/format.h>

#include "input/did_you_mean.hpp"
#include "input/document_parser.hpp"

namespace rapport {
namespace {

/// The one key = value of a parsed --set: the path down to where the value was written.
struct Assignment {
  std::vector<std::string> path;
  Place place;
  Value value;
};

/// Follows dotted keys; they are tables that begin where their key does, unlike a table in braces.
std::optional<Assignment> only_assignment(Table root) {
  Assignment assignment;
  Table table = std::move(root);
  while (table.entries.size() == 1) {
    Entry entry = std::move(table.entries.front());
    assignment.path.push_back(entry.key);
    if (assignment.path.size() == 1) assignment.place = entry.place;
    auto* inner = std::get_if<Table>(&entry.value.data);
    if (inner == nullptr || entry.value.place != entry.place) {
      assignment.value = std::move(entry.value);
      return assignment;
    }
    Table next = std::move(*inner);
    table = std::move(next);
  }
  return std::nullopt;
}

/// The campaign or rival (`what`) of that name in a list of them; reports when there is none.
Table* find_sender(Entry* senders, std::string_view what, const std::string& name, Place place,
                   Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  auto* list = senders == nullptr ? nullptr : std::get_if<List>(&senders->value.data);
  for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
    auto* table = std::get_if<Table>(&(*list)[k].data);
    const Entry* entry = table == nullptr ? nullptr : find_entry(*table, "name");
    const auto* text = entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.data);
    if (text == nullptr) continue;
    if (*text == name) return table;
    names.push_back(*text);
  }
  Diagnostic diagnostic{.place = place,
                        .message = fmt::format("no {} is called \"{}\"", what, name),
                        .suggestion = nearest_word(name, names)};
  const std::string known = join_distinct(names);
  if (!known.empty()) diagnostic.notes.push_back(fmt::format("{}s: {}", what, known));
  diagnostics.add(std::move(diagnostic));
  return nullptr;
}

void report_unnamed(std::string_view what, std::string_view example, Place place,
                    Diagnostics& diagnostics) {
  diagnostics.add({.place = place,
                   .message = fmt::format("this does not say which {}", what),
                   .notes = {fmt::format("write {}", example)}});
}

/// Where the keys of the campaign or rival stand that a path begins with, and how much of the path
/// names it; the root and nothing for other paths. No table after reporting a mistake.
struct Addressed {
  Table* table;
  std::size_t depth = 0;
};
Addressed find_addressed(Table& root, std::span<const std::string> path, Place place,
                         Diagnostics& diagnostics) {
  if (path.size() < 2 || path[0] != "campaign") return {&root};
  if (path.size() == 2) {
    report_unnamed("campaign", "campaign.\"NAME\"." + toml_key(path[1]), place, diagnostics);
    return {nullptr};
  }
  Table* campaign =
      find_sender(find_entry(root, "campaign"), "campaign", path[1], place, diagnostics);
  if (campaign == nullptr || path.size() < 4 || path[2] != "rival") return {campaign, 2};
  if (path.size() == 4) {
    report_unnamed(
        "rival", fmt::format("campaign.{}.rival.\"NAME\".{}", toml_key(path[1]), toml_key(path[3])),
        place, diagnostics);
    return {nullptr};
  }
  return {find_sender(find_entry(*campaign, "rival"), "rival", path[3], place, diagnostics), 4};
}

}  // namespace

std::optional<std::vector<std::string>> split_dotted_name(std::string_view name) {
  const std::string text = fmt::format("{} = 0", name);
  if (text.find('\n') != std::string::npos) return std::nullopt;
  Diagnostics unheard("", text, {});
  auto parsed = parse_document(text, PlaceIn::file, 1, unheard);
  if (!parsed.complete) return std::nullopt;
  auto assignment = only_assignment(std::move(parsed.root));
  if (!assignment || !std::holds_alternative<std::int64_t>(assignment->value.data)) {
    return std::nullopt;
  }
  return assignment->path;
}

void set_value(Table& root, std::span<const std::string> path, Place place, Value value,
               Diagnostics& diagnostics) {
  auto [table, depth] = find_addressed(root, path, place, diagnostics);
  if (table == nullptr) return;
  for (; depth + 1 < path.size(); ++depth) {
    Entry* entry = find_entry(*table, path[depth]);
    if (entry == nullptr) {
      table->entries.push_back({path[depth], place, {place, Table{}}});
      entry = &table->entries.back();
    }
    table = std::get_if<Table>(&entry->value.data);
    if (table == nullptr) {
      diagnostics.add(
          {.place = place,
           .message = fmt::format("\"{}\" is {}, not a table, so it has no key \"{}\"", path[depth],
                                  describe(entry->value), path[depth + 1])});
      return;
    }
  }
  if (Entry* entry = find_entry(*table, path.back())) {
    entry->place = place;
    entry->value = std::move(value);
  } else {
    table->entries.push_back({path.back(), place, std::move(value)});
  }
}

void apply_options(Table& root, std::span<const std::string> options, Diagnostics& diagnostics) {
  for (std::size_t k = 0; k < options.size(); ++k) {
    const auto line = static_cast<std::uint32_t>(k + 1);
    const Place place{PlaceIn::option, line, 1};
    if (options[k].find_first_of("\r\n") != std::string::npos) {
      diagnostics.add({.place = place, .message = "a line break in --set (it sets one key)"});
      continue;
    }
    auto parsed = parse_document(options[k], PlaceIn::option, line, diagnostics);
    if (!parsed.complete) continue;
    const bool header = options[k].find_first_not_of(" \t") == options[k].find('[');
    auto assignment = only_assignment(std::move(parsed.root));
    if (header || !assignment) {
      diagnostics.add({.place = place,
                       .message = "this sets nothing",
                       .notes = {"write --set 'network.people=5000'"}});
      continue;
    }
    set_value(root, assignment->path, assignment->place, std::move(assignment->value), diagnostics);
  }
}

}  // namespace rapport
