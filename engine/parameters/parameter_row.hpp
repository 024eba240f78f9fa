// One row of a parameter table: what the reader checks and what `rapport list` prints.
#pragma once

#include <cstdint>
#include <string_view>

namespace rapport {

enum class ValueKind : std::uint8_t {
  number,   // any number in [low, high]
  integer,  // a whole number in [low, high]
  flag,     // true or false, kept as 1 or 0
  choice,   // one of `choices`, kept as its position
  text,     // in quotes
  list,     // in brackets; what may stand in it is said by `meaning`
};

struct ParameterRow {
  std::string_view group;  // table of the scenario file, or the strategy's name
  std::string_view name;
  ValueKind kind = ValueKind::number;
  std::string_view unit;
  double seed_default = 0;
  double benchmark_default = 0;
  double low = 0;
  double high = 0;
  std::string_view meaning;
  std::string_view source;
  std::string_view choices = {};  // "a|b|c" for ValueKind::choice
};

}  // namespace rapport
