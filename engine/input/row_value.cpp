#include "input/row_value.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <type_traits>

#include "input/did_you_mean.hpp"

namespace rapport {
namespace {

constexpr double whole_in_double =
    9007199254740992.0;  // 2^53: below it every whole number is exact

std::string_view expected_kind(ValueKind kind) {
  switch (kind) {
    case ValueKind::number:
      return "a number";
    case ValueKind::integer:
      return "a whole number";
    case ValueKind::flag:
      return "true or false";
    case ValueKind::choice:
    case ValueKind::text:
      return "text in quotes";
    case ValueKind::list:
      return "a list";
  }
  return "a value";
}

struct LaterChoice {
  std::string_view group;
  std::string_view name;
  std::string_view choice;
};

// Parts of the interface that are still to come: refused honestly, not as unknown words.
constexpr auto later_choices = std::to_array<LaterChoice>({
    {"output", "daily", "quantiles"},
});

bool comes_later(const ParameterRow& row, std::string_view choice) {
  return std::any_of(later_choices.begin(), later_choices.end(), [&](const LaterChoice& later) {
    return later.group == row.group && later.name == row.name && later.choice == choice;
  });
}

class ValueCheck {
 public:
  ValueCheck(const ParameterRow& row, const Value& value, Diagnostics& diagnostics)
      : row_(row), value_(value), diagnostics_(diagnostics) {}

  std::optional<RowValue> run() {
    switch (row_.kind) {
      case ValueKind::number:
        return number();
      case ValueKind::integer:
        return integer();
      case ValueKind::flag:
        if (const auto* flag = std::get_if<bool>(&value_.data)) {
          return RowValue{*flag ? 1.0 : 0.0, *flag ? 1 : 0, {}};
        }
        return wrong_kind();
      case ValueKind::choice:
        return choice();
      case ValueKind::text:
        if (const auto* text = std::get_if<std::string>(&value_.data)) return RowValue{0, 0, *text};
        return wrong_kind();
      case ValueKind::list:
        break;
    }
    return wrong_kind();
  }

 private:
  std::optional<RowValue> number() {
    RowValue result;
    if (const auto* whole = std::get_if<std::int64_t>(&value_.data)) {
      result.number = static_cast<double>(*whole);
    } else if (const auto* real = std::get_if<double>(&value_.data)) {
      result.number = *real;
    } else {
      return wrong_kind();
    }
    if (!std::isfinite(result.number)) return report(fmt::format("{} is not finite", row_.name));
    return in_range(result);
  }

  std::optional<RowValue> integer() {
    RowValue result;
    if (const auto* whole = std::get_if<std::int64_t>(&value_.data)) {
      result.integer = *whole;
    } else if (const auto* real = std::get_if<double>(&value_.data)) {
      // 1e6 is how people write a million, so whole numbers with an exponent are taken.
      if (*real != std::floor(*real) || std::fabs(*real) > whole_in_double) return wrong_kind();
      result.integer = static_cast<std::int64_t>(*real);
    } else {
      return wrong_kind();
    }
    result.number = static_cast<double>(result.integer);
    return in_range(result);
  }

  std::optional<RowValue> in_range(const RowValue& result) {
    if (result.number >= row_.low && result.number <= row_.high) return result;
    if (row_.name == "people" && result.number == 0) {
      return report("people is 0 (a network without people leaves nobody to reach)");
    }
    return report(fmt::format("{} is {} (too {})", row_.name, plain_number(result.number),
                              result.number < row_.low ? "small" : "large"));
  }

  std::optional<RowValue> choice() {
    const auto* text = std::get_if<std::string>(&value_.data);
    if (text == nullptr) return wrong_kind();
    const auto choices = split_choices(row_.choices);
    for (std::size_t k = 0; k < choices.size(); ++k) {
      if (choices[k] == *text) {
        return RowValue{static_cast<double>(k), static_cast<std::int64_t>(k), *text};
      }
    }
    if (comes_later(row_, *text)) {
      return report(fmt::format("{} \"{}\" is not available in this version", row_.name, *text));
    }
    return report(fmt::format("unknown {} \"{}\"", row_.name, *text), nearest_word(*text, choices));
  }

  std::optional<RowValue> wrong_kind() {
    return report(fmt::format("{} is {}, expected {}", row_.name, describe(value_),
                              expected_kind(row_.kind)));
  }

  std::optional<RowValue> report(std::string message, std::string suggestion = {}) {
    Diagnostic diagnostic{
        .place = value_.place, .message = std::move(message), .suggestion = std::move(suggestion)};
    if (const auto allowed = allowed_values(row_); !allowed.empty()) {
      diagnostic.notes.push_back("allowed: " + allowed);
    }
    diagnostics_.add(std::move(diagnostic));
    return std::nullopt;
  }

  const ParameterRow& row_;
  const Value& value_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<RowValue> checked_value(const ParameterRow& row, const Value& value,
                                      Diagnostics& diagnostics) {
  return ValueCheck(row, value, diagnostics).run();
}

RowValue default_value(const ParameterRow& row, ParameterSet set) {
  const double number = set == ParameterSet::seed ? row.seed_default : row.benchmark_default;
  const bool whole = row.kind != ValueKind::number;
  return {number, whole ? static_cast<std::int64_t>(number) : 0, {}};
}

void store(const ScenarioField& field, const RowValue& value) {
  std::visit(
      [&value](auto target) {
        using Target = std::remove_pointer_t<decltype(target)>;
        if constexpr (std::is_same_v<Target, std::string>) {
          *target = value.text;
        } else if constexpr (std::is_same_v<Target, double>) {
          *target = value.number;
        } else if constexpr (std::is_same_v<Target, bool>) {
          *target = value.integer != 0;
        } else if constexpr (!std::is_same_v<Target, std::monostate>) {
          *target = static_cast<Target>(value.integer);
        }
      },
      field);
}

std::string canonical_text(const ScenarioField& field) {
  return std::visit(
      [](auto source) -> std::string {
        using Source = std::remove_pointer_t<decltype(source)>;
        if constexpr (std::is_same_v<Source, std::monostate>) {
          return {};
        } else if constexpr (std::is_enum_v<Source>) {
          return std::to_string(static_cast<int>(*source));
        } else {
          return fmt::format("{}", *source);
        }
      },
      field);
}

std::vector<std::string_view> split_choices(std::string_view choices) {
  std::vector<std::string_view> words;
  while (!choices.empty()) {
    const auto bar = choices.find('|');
    words.push_back(choices.substr(0, bar));
    if (bar == std::string_view::npos) break;
    choices.remove_prefix(bar + 1);
  }
  return words;
}

std::string allowed_values(const ParameterRow& row) {
  switch (row.kind) {
    case ValueKind::number:
    case ValueKind::integer: {
      const bool has_unit = !row.unit.empty() && row.unit != "1";
      return fmt::format("{} to {}{}{}", plain_number(row.low), plain_number(row.high),
                         has_unit ? " " : "", has_unit ? row.unit : "");
    }
    case ValueKind::flag:
      return "true or false";
    case ValueKind::choice:
      return join_words(split_choices(row.choices));
    case ValueKind::text:
    case ValueKind::list:
      break;
  }
  return {};
}

std::string plain_number(double number) {
  // The largest whole number of TOML is no double; what it is rounded to stands for it.
  if (number == 0x1p63) return std::to_string(INT64_MAX);
  // Whole numbers are spelled out as far as a person would: a limit of 1e12 reads better than
  // zeros.
  if (number == std::floor(number) && std::fabs(number) <= 1e9)
    return fmt::format("{:.0f}", number);
  return fmt::format("{}", number);
}

}  // namespace rapport
