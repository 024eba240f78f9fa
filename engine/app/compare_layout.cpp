#include "app/compare_layout.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "input/characters.hpp"

namespace rapport {
namespace {

constexpr std::size_t gap = 2;

/// The longest beginning of `word` that fits, at least one character.
std::string beginning(std::string_view word, std::size_t width) {
  std::string taken;
  for (const std::string_view character : split_characters(word)) {
    if (!taken.empty() && display_width(taken + std::string(character)) > width) break;
    taken += character;
  }
  return taken;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

// fmt pads by display width, so what it adds to a generous width tells the width of the text.
std::size_t display_width(std::string_view text) {
  const std::size_t generous = 2 * text.size();
  return generous + text.size() - fmt::formatted_size("{:<{}}", text, generous);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines = {""};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    const std::size_t used = display_width(lines.back());
    if (used > 0 && used + 1 + display_width(word) <= width) {
      lines.back() += ' ';
      lines.back() += word;
      continue;
    }
    if (used > 0) lines.emplace_back();
    while (display_width(word) > width) {
      const std::string part = beginning(word, width);
      lines.back() = part;
      lines.emplace_back();
      word.remove_prefix(part.size());
    }
    lines.back() += word;
  }
  return lines;
}

std::string paragraph(std::string_view text, std::size_t width, std::string_view first) {
  const std::size_t indent = display_width(first);
  std::string result;
  for (const std::string& line : wrap(text, width - indent)) {
    result += result.empty() ? std::string(first) : std::string(indent, ' ');
    result += line + '\n';
  }
  return result;
}

std::vector<std::size_t> CellTable::column_widths() const {
  std::vector<std::size_t> widths(rows_.front().size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      for (const std::string& line : row[column]) {
        widths[column] = std::max(widths[column], display_width(line));
      }
    }
  }
  return widths;
}

std::size_t CellTable::width() const {
  std::size_t total = 0;
  for (const std::size_t width : column_widths()) total += width + gap;
  return total - gap;
}

std::string CellTable::text() const {
  const std::vector<std::size_t> widths = column_widths();
  std::string result;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    std::size_t height = 0;
    for (const Cell& cell : rows_[r]) height = std::max(height, cell.size());
    for (std::size_t i = 0; i < height; ++i) {
      std::string line;
      for (std::size_t column = 0; column < widths.size(); ++column) {
        const Cell& cell = rows_[r][column];
        line += fmt::format("{:<{}}", i < cell.size() ? cell[i] : "", widths[column] + gap);
      }
      result += without_trailing_spaces(std::move(line)) + '\n';
    }
    if (r == 0) result += std::string(width(), '-') + '\n';
  }
  return result;
}

}  // namespace rapport
