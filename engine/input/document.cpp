#include "input/document.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "input/characters.hpp"

namespace rapport {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

constexpr std::size_t widest_list = 100;  // characters; longer lists get a line for each element

std::string number_text(double number) {
  std::string text = fmt::format("{}", number);
  const bool whole = text.find_first_not_of("-0123456789") == std::string::npos;
  return whole ? text + ".0" : text;
}

std::string value_text(const Value& value);

std::string list_text(const List& list) {
  std::vector<std::string> parts;
  std::size_t width = 0;
  for (const auto& element : list) {
    parts.push_back(value_text(element));
    width += parts.back().size() + 2;
  }
  if (width <= widest_list) return fmt::format("[{}]", fmt::join(parts, ", "));
  return fmt::format("[\n  {},\n]", fmt::join(parts, ",\n  "));
}

std::string inline_table_text(const Table& table) {
  std::vector<std::string> parts;
  for (const auto& entry : table.entries) {
    parts.push_back(fmt::format("{} = {}", toml_key(entry.key), value_text(entry.value)));
  }
  return fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

std::string value_text(const Value& value) {
  return std::visit(Overloaded{
                        [](bool flag) -> std::string { return flag ? "true" : "false"; },
                        [](std::int64_t number) { return std::to_string(number); },
                        [](double number) { return number_text(number); },
                        [](const std::string& text) { return toml_text(text); },
                        [](const Date& date) { return date.text; },
                        [](const List& list) { return list_text(list); },
                        [](const Table& table) { return inline_table_text(table); },
                    },
                    value.data);
}

bool is_table(const Value& value) {
  return std::holds_alternative<Table>(value.data);
}

bool is_list_of_tables(const Value& value) {
  const auto* list = std::get_if<List>(&value.data);
  return list != nullptr && !list->empty() && std::all_of(list->begin(), list->end(), is_table);
}

/// The keys of a table, those of tables within it as dotted keys: so all stay in their order.
void write_keys(const Table& table, std::vector<std::string>& path, std::string& text) {
  for (const auto& entry : table.entries) {
    path.push_back(entry.key);
    const auto* inner = std::get_if<Table>(&entry.value.data);
    if (inner != nullptr && !inner->entries.empty()) {
      write_keys(*inner, path, text);
    } else {
      text += fmt::format("{} = {}\n", dotted_name(path), value_text(entry.value));
    }
    path.pop_back();
  }
}

void write_section(const std::string& header, const Value& value, std::string& text) {
  text += fmt::format("\n{}\n", header);
  std::vector<std::string> path;
  write_keys(std::get<Table>(value.data), path, text);
}

std::string shortened(const std::string& text) {
  constexpr std::size_t most = 40;
  const auto characters = split_characters(text);
  if (characters.size() <= most) return text;
  return text.substr(0, static_cast<std::size_t>(characters[most].data() - text.data())) + "...";
}

}  // namespace

const Entry* find_entry(const Table& table, std::string_view key) {
  for (const auto& entry : table.entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

Entry* find_entry(Table& table, std::string_view key) {
  return const_cast<Entry*>(find_entry(static_cast<const Table&>(table), key));
}

std::string describe(const Value& value) {
  return std::visit(
      Overloaded{
          [](bool flag) -> std::string { return flag ? "true" : "false"; },
          [](std::int64_t number) { return fmt::format("the number {}", number); },
          [](double number) { return fmt::format("the number {}", number); },
          [](const std::string& text) { return fmt::format("the text \"{}\"", shortened(text)); },
          [](const Date&) -> std::string { return "a date"; },
          [](const List&) -> std::string { return "a list"; },
          [](const Table&) -> std::string { return "a table"; },
      },
      value.data);
}

std::string toml_key(std::string_view key) {
  const auto bare = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  };
  if (!key.empty() && std::all_of(key.begin(), key.end(), bare)) return std::string(key);
  return toml_text(key);
}

std::string toml_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      result += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string dotted_name(const std::vector<std::string>& path) {
  std::vector<std::string> keys(path.size());
  std::transform(path.begin(), path.end(), keys.begin(), toml_key);
  return fmt::format("{}", fmt::join(keys, "."));
}

std::string to_toml(const Table& root) {
  std::string text;
  // Plain keys first: after the first header they would belong to that table.
  for (const auto& entry : root.entries) {
    if (is_table(entry.value) || is_list_of_tables(entry.value)) continue;
    text += fmt::format("{} = {}\n", toml_key(entry.key), value_text(entry.value));
  }
  for (const auto& entry : root.entries) {
    const std::string key = toml_key(entry.key);
    if (is_table(entry.value)) {
      write_section(fmt::format("[{}]", key), entry.value, text);
    } else if (is_list_of_tables(entry.value)) {
      for (const auto& element : std::get<List>(entry.value.data)) {
        write_section(fmt::format("[[{}]]", key), element, text);
      }
    }
  }
  return text;
}

}  // namespace rapport
