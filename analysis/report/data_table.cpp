#include "analysis/report/data_table.hpp"

#include <cmath>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/markup.hpp"

namespace rapport::report {
namespace {

std::string csv_text(const std::string& words) {
  const bool formula =
      !words.empty() && std::string_view("=+-@\t\r").find(words.front()) != std::string_view::npos;
  const std::string text = fmt::format("{}{}", formula ? "'" : "", words);
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    if (c == '"') quoted += c;
  }
  return quoted + '"';
}

std::string csv_cell(const TableCell& cell) {
  if (!cell.number) return csv_text(cell.text);
  return std::isnan(*cell.number) ? "" : fmt::format("{}", *cell.number);
}

}  // namespace

TableCell words(std::string text) {
  return {std::move(text), std::nullopt};
}

TableCell number_cell(double value) {
  return {human_number(value), value};
}

std::string html(const DataTable& table, const std::string& caption) {
  std::string text = fmt::format(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table>"
      "<caption>{0}</caption><thead><tr>",
      escaped(caption));
  for (const std::string& head : table.head) {
    text += fmt::format("<th scope=\"col\">{}</th>", escaped(head));
  }
  text += "</tr></thead><tbody>";
  for (const auto& row : table.rows) {
    text += "<tr>";
    for (std::size_t column = 0; column < row.size(); ++column) {
      const TableCell& cell = row[column];
      const std::string shown = escaped(cell.text);
      if (column == 0) {
        text += fmt::format("<th scope=\"row\">{}</th>", shown);
      } else {
        text += fmt::format("<td{}>{}</td>", cell.number ? " class=\"n\"" : "", shown);
      }
    }
    text += "</tr>";
  }
  return text + "</tbody></table></div>";
}

std::string csv(const DataTable& table) {
  std::string text;
  for (std::size_t column = 0; column < table.head.size(); ++column) {
    if (column > 0) text += ',';
    text += csv_text(table.head[column]);
  }
  text += '\n';
  for (const auto& row : table.rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column > 0) text += ',';
      text += csv_cell(row[column]);
    }
    text += '\n';
  }
  return text;
}

}  // namespace rapport::report
