#include "input/network_columns.hpp"

#include <charconv>
#include <cmath>

namespace rapport {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

char character(Separator separator) {
  switch (separator) {
    case Separator::comma:
      return ',';
    case Separator::semicolon:
      return ';';
    case Separator::tab:
      return '\t';
    case Separator::blank:
      return ' ';
  }
  return ' ';
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Takes the first column and its separator away from `rest`.
std::string_view take_column(std::string_view& rest, Separator separator) {
  const char mark = character(separator);
  rest = without_blanks(rest);
  if (!rest.empty() && rest.front() == '"') {
    if (const std::size_t close = rest.find('"', 1); close != std::string_view::npos) {
      const std::string_view column = rest.substr(1, close - 1);
      rest = without_blanks(rest.substr(close + 1));
      if (!rest.empty() && rest.front() == mark) rest.remove_prefix(1);
      return column;
    }
  }
  const std::size_t end =
      separator == Separator::blank ? rest.find_first_of(" \t") : rest.find(mark);
  const std::string_view column = without_blanks(rest.substr(0, end));
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return column;
}

template <typename Number>
bool parse_whole(std::string_view text, Number& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

Separator separator_of(std::string_view line) {
  for (const Separator each : {Separator::comma, Separator::semicolon, Separator::tab}) {
    if (line.find(character(each)) != std::string_view::npos) return each;
  }
  return Separator::blank;
}

Columns split_columns(std::string_view line, Separator separator) {
  Columns columns;
  std::string_view rest = line;
  while (columns.count < columns.text.size() && !without_blanks(rest).empty()) {
    columns.text[columns.count++] = take_column(rest, separator);
  }
  return columns;
}

bool is_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return end == text.data() + text.size() && end != text.data() &&
         error != std::errc::invalid_argument && std::isfinite(value);
}

std::optional<float> number_in(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  float value = 0;
  if (!parse_whole(text, value) || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::uint32_t> whole_number_in(std::string_view text, std::uint32_t largest) {
  std::uint32_t value = 0;
  if (!parse_whole(text, value) || value > largest) return std::nullopt;
  return value;
}

}  // namespace rapport
