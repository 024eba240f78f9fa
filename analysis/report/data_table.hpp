// The table behind a chart: words for people, numbers for spreadsheets.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace rapport::report {

struct TableCell {
  std::string text;
  std::optional<double> number;  // what CSV holds instead of the text
};

struct DataTable {
  std::vector<std::string> head;
  std::vector<std::vector<TableCell>> rows;  // each as long as the head; the first cell names it
};

TableCell words(std::string text);
/// A number as people read it, and as it is.
TableCell number_cell(double value);

/// Numbers flush right, the first cell of a row as its head; `caption` is for readers of screens.
std::string html(const DataTable& table, const std::string& caption);

/// RFC 4180 with a line feed, numbers in full. What a spreadsheet would take for a formula gets an
/// apostrophe in front.
std::string csv(const DataTable& table);

}  // namespace rapport::report
