// Checks one value of a scenario against its row of a table: kind, range, choices.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.hpp"
#include "parameters/scenario_rows.hpp"

namespace rapport {

/// A checked value; which member counts follows from the row's kind. `number` is also set for
/// integers, flags (1 or 0) and choices (position), `integer` for all of these but plain numbers.
struct RowValue {
  double number = 0;
  std::int64_t integer = 0;
  std::string text;
};

/// The value, or nothing after reporting what is wrong with it at its place.
std::optional<RowValue> checked_value(const ParameterRow& row, const Value& value,
                                      Diagnostics& diagnostics);

/// The default of a row.
RowValue default_value(const ParameterRow& row, ParameterSet set);

/// Writes a checked value into a field of the scenario.
void store(const ScenarioField& field, const RowValue& value);

/// What a field holds, in one spelling for equal values.
std::string canonical_text(const ScenarioField& field);

/// The words between the bars of "a|b|c".
std::vector<std::string_view> split_choices(std::string_view choices);

/// The allowed values in words: "0 to 1 probability", "true or false", "seed, benchmark".
std::string allowed_values(const ParameterRow& row);

/// A number as a person would write it: 1000000, 0.05, 1e+12.
std::string plain_number(double number);

}  // namespace rapport
