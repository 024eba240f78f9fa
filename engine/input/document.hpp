// A TOML text as a plain tree that keeps the place of every key and value and the order of the
// keys.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "input/diagnostics.hpp"

namespace rapport {

struct Entry;
struct Value;

struct Table {
  std::vector<Entry> entries;  // in the order of the text
};
using List = std::vector<Value>;
/// A date or time: no key of a scenario takes one, but notes may.
struct Date {
  std::string text;
};

struct Value {
  Place place;
  std::variant<bool, std::int64_t, double, std::string, Date, List, Table> data;
};

struct Entry {
  std::string key;
  Place place;  // of the key
  Value value;
};

/// The entry of that key, or nullptr.
const Entry* find_entry(const Table& table, std::string_view key);
Entry* find_entry(Table& table, std::string_view key);

/// What a value is, for messages: `text "abc"`, `the number 3`, `a list`.
std::string describe(const Value& value);

/// Keys that are notes of the author, ignored wherever they stand.
inline bool is_note(std::string_view key) {
  return key.starts_with("x-");
}

/// A key as TOML writes it: in quotes where it needs them.
std::string toml_key(std::string_view key);

/// Text in quotes, escaped as TOML wants it.
std::string toml_text(std::string_view text);

/// The keys joined by dots, such as campaign."Spam blast".hours_per_day.
std::string dotted_name(const std::vector<std::string>& path);

/// The tree as TOML text, keys in their order; reading it gives the same tree.
std::string to_toml(const Table& root);

}  // namespace rapport
