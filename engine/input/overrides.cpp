#include "input/overrides.hpp"

#include <charconv>
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

/// What an entry of the list at that depth of a path is, where entries are called by name; else
/// empty.
std::string_view named_entry(std::span<const std::string> path, std::size_t depth) {
  if (path[0] != "campaign") return {};
  if (depth == 0) return "campaign";
  return depth == 2 && path[depth] == "rival" ? "rival" : std::string_view();
}

/// The campaign or rival of that name; reports when there is none.
Table* entry_called(Entry* entry, std::string_view noun, const std::string& name, Place place,
                    Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  auto* list = entry == nullptr ? nullptr : std::get_if<List>(&entry->value.data);
  for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
    auto* table = std::get_if<Table>(&(*list)[k].data);
    const Entry* called = table == nullptr ? nullptr : find_entry(*table, "name");
    const auto* text = called == nullptr ? nullptr : std::get_if<std::string>(&called->value.data);
    if (text == nullptr) continue;
    if (*text == name) return table;
    names.push_back(*text);
  }
  Diagnostic diagnostic{.place = place,
                        .message = fmt::format("no {} is called \"{}\"", noun, name),
                        .suggestion = nearest_word(name, names)};
  const std::string known = join_distinct(names);
  if (!known.empty()) diagnostic.notes.push_back(fmt::format("{}s: {}", noun, known));
  diagnostics.add(std::move(diagnostic));
  return nullptr;
}

/// The table at that position of a list, counted from 1; reports when there is none.
Table* entry_at(List& list, std::string_view key, const std::string& position, Place place,
                Diagnostics& diagnostics) {
  std::size_t number = 0;
  const char* end = position.data() + position.size();
  const auto [stop, error] = std::from_chars(position.data(), end, number);
  const bool is_there = error == std::errc{} && stop == end && number > 0 && number <= list.size();
  auto* table = is_there ? std::get_if<Table>(&list[number - 1].data) : nullptr;
  if (table == nullptr) {
    diagnostics.add({.place = place,
                     .message = fmt::format("{} has no entry {}", key, toml_key(position)),
                     .notes = {fmt::format("its entries have the numbers 1 to {}", list.size())}});
  }
  return table;
}

/// The table to which the next two keys of a path lead, the name of a list and one of its entries;
/// reports when they lead nowhere.
Table* follow_list(Entry* entry, std::span<const std::string> path, std::size_t depth, Place place,
                   Diagnostics& diagnostics) {
  const std::string& key = path[depth];
  const std::string_view noun = named_entry(path, depth);
  if (depth + 2 >= path.size()) {
    auto example = std::vector<std::string>(path.begin(), path.end() - 1);
    example.emplace_back(noun.empty() ? "1" : "Its name");
    example.push_back(path.back());
    diagnostics.add({.place = place,
                     .message = fmt::format("this does not say which {}",
                                            noun.empty() ? "entry of " + key : std::string(noun)),
                     .notes = {"write " + dotted_name(example)}});
    return nullptr;
  }
  if (!noun.empty()) return entry_called(entry, noun, path[depth + 1], place, diagnostics);
  return entry_at(std::get<List>(entry->value.data), key, path[depth + 1], place, diagnostics);
}

bool is_list_of_tables(const Entry* entry) {
  const auto* list = entry == nullptr ? nullptr : std::get_if<List>(&entry->value.data);
  return list != nullptr && !list->empty() && std::holds_alternative<Table>(list->front().data);
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
  Table* table = &root;
  for (std::size_t depth = 0; depth + 1 < path.size(); ++depth) {
    Entry* entry = find_entry(*table, path[depth]);
    if (!named_entry(path, depth).empty() || is_list_of_tables(entry)) {
      table = follow_list(entry, path, depth, place, diagnostics);
      if (table == nullptr) return;
      ++depth;
      continue;
    }
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
