// Tables and paragraphs for a terminal, aligned by display width, so that names of any script fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

/// Terminal columns that the text takes: two for wide characters of East Asia, one for others.
std::size_t display_width(std::string_view text);

/// Breaks at spaces into lines of at most `width` columns; a longer word is broken inside.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// A wrapped paragraph; the first line begins with `first`, the others with as many spaces.
std::string paragraph(std::string_view text, std::size_t width, std::string_view first = "");

/// Lines of one cell.
using Cell = std::vector<std::string>;

/// Rows of cells of several lines; all rows have the same number of cells, the first is the head.
class CellTable {
 public:
  explicit CellTable(std::vector<Cell> head) { rows_.push_back(std::move(head)); }
  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  /// Columns that the whole table takes.
  std::size_t width() const;
  /// Columns set flush left, two spaces apart, with a rule below the head; ends with a line feed.
  std::string text() const;

 private:
  std::vector<std::size_t> column_widths() const;

  std::vector<std::vector<Cell>> rows_;
};

}  // namespace rapport
