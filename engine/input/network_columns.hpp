// The columns of a line of text, and what may stand in them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rapport {

enum class Separator : std::uint8_t { blank, tab, comma, semicolon };

/// The separator that a file uses, told from its first line.
Separator separator_of(std::string_view line);

/// The first three columns, without blanks and double quotes around them. A separator at the end of
/// the line opens no column.
struct Columns {
  std::array<std::string_view, 3> text;
  std::uint32_t count = 0;
};
Columns split_columns(std::string_view line, Separator separator);

/// Whether the whole text is a number, of any sign and size.
bool is_number(std::string_view text);

/// The whole text as a number that is neither infinite nor undefined.
std::optional<float> number_in(std::string_view text);

/// The whole text as a number without sign, up to `largest`.
std::optional<std::uint32_t> whole_number_in(std::string_view text, std::uint32_t largest);

}  // namespace rapport
