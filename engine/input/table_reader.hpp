// Reads one table of a scenario key by key and reports the keys that nobody asked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.hpp"
#include "input/row_value.hpp"

namespace rapport {

/// Keeps references to the table and the diagnostics: they must outlive it.
class TableReader {
 public:
  TableReader(const Table& table, Diagnostics& diagnostics)
      : table_(table), diagnostics_(diagnostics) {}

  /// The entry of a key, or nullptr; the key is known from now on.
  const Entry* take(std::string_view key);
  /// The checked value of a row's key; nothing when it is absent or wrong (which is reported).
  std::optional<RowValue> take(const ParameterRow& row);
  /// Whether the key was asked for.
  bool knows(std::string_view key) const;
  /// Reports every key that was not taken and is no note, and where it belongs: keys of other
  /// strategies, too, than the one whose settings stand in this table, if it has some.
  void report_unknown_keys(std::string_view strategy = {}) const;

 private:
  const Table& table_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> known_;
};

}  // namespace rapport
