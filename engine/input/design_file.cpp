#include "input/design_file.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <string_view>

#include "core/failure.hpp"
#include "input/characters.hpp"
#include "input/sweep_points.hpp"

namespace rapport {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

struct Field {
  std::string text;
  std::uint32_t column = 0;  // of its first character in the line, from 1
};

bool is_blank(char letter) {
  return letter == ' ' || letter == '\t';
}

/// The fields of a line; nothing when a quote is not closed.
std::optional<std::vector<Field>> fields_of(std::string_view line) {
  std::vector<Field> fields(1);
  bool quoted = false;
  std::uint32_t column = 0;
  for (std::size_t k = 0; k < line.size(); ++k) {
    Field& field = fields.back();
    if ((line[k] & 0xC0) != 0x80) ++column;  // not inside a character of UTF-8
    if (field.column == 0 && !is_blank(line[k])) field.column = column;
    if (line[k] == '"') {
      if (quoted && k + 1 < line.size() && line[k + 1] == '"') {
        field.text += line[++k];
        ++column;
      } else {
        quoted = !quoted;
      }
    } else if (line[k] == ',' && !quoted) {
      fields.emplace_back();
    } else if (quoted || !field.text.empty() || !is_blank(line[k])) {
      field.text += line[k];
    }
  }
  if (quoted) return std::nullopt;
  for (Field& field : fields) field.text = std::string(trimmed(field.text));
  return fields;
}

std::optional<double> number_in_field(const std::string& field) {
  double number = 0;
  const char* begin = field.data();
  const char* end = begin + field.size();
  // from_chars knows no plus sign, and must not find a minus sign behind one.
  if (field.starts_with('+') && !field.starts_with("+-")) ++begin;
  const auto read = std::from_chars(begin, end, number);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

class DesignFileReader {
 public:
  explicit DesignFileReader(const std::string& path) : path_(path), file_(path, std::ios::binary) {
    if (!file_) throw Failure(ExitCode::missing_input, fmt::format("cannot read {}", path));
  }

  DesignTable read() {
    for (std::string line; std::getline(file_, line);) {
      ++number_;
      std::string_view text = line;
      if (number_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
      if (trimmed(text).empty() || trimmed(text).starts_with('#')) continue;
      const auto fields = fields_of(text);
      if (!fields) fail("a quote that is not closed");
      if (table_.names.empty()) {
        take_names(*fields);
      } else {
        add_point(*fields);
      }
    }
    if (file_.bad()) throw Failure(ExitCode::missing_input, fmt::format("cannot read {}", path_));
    if (table_.names.empty() || table_.columns.front().empty()) fail("there is no design point");
    return std::move(table_);
  }

 private:
  Place place_of(const Field& field) const {
    return {PlaceIn::design, static_cast<std::uint32_t>(number_), field.column};
  }

  void take_names(const std::vector<Field>& fields) {
    for (const Field& field : fields) {
      table_.names.push_back(field.text);
      table_.name_places.push_back(place_of(field));
    }
    table_.columns.resize(fields.size());
    table_.places.resize(fields.size());
  }

  void add_point(const std::vector<Field>& fields) {
    if (fields.size() != table_.names.size()) {
      fail(fmt::format("{} values, but the first line names {}", fields.size(),
                       table_.names.size()));
    }
    if (table_.columns.front().size() == most_points) fail("too many design points");
    for (std::size_t k = 0; k < fields.size(); ++k) {
      const auto value = number_in_field(fields[k].text);
      if (!value) {
        fail(fmt::format("\"{}\" is no number (only numbers can be swept)",
                         printable(fields[k].text)));
      }
      table_.columns[k].push_back(*value);
      table_.places[k].push_back(place_of(fields[k]));
    }
  }

  [[noreturn]] void fail(const std::string& problem) const {
    throw Failure(ExitCode::bad_data, fmt::format("{}:{}: error: {}", path_, number_, problem));
  }

  const std::string& path_;
  std::ifstream file_;
  std::size_t number_ = 0;
  DesignTable table_;
};

std::string quoted_field(const std::string& text) {
  if (text.find_first_of("\",#") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  return quoted + '"';
}

}  // namespace

DesignTable read_design_file(const std::string& path) {
  return DesignFileReader(path).read();
}

std::string design_file_text(const DesignTable& table) {
  std::string text;
  for (std::size_t k = 0; k < table.names.size(); ++k) {
    if (k > 0) text += ',';
    text += quoted_field(table.names[k]);
  }
  text += '\n';
  const std::size_t points = table.columns.empty() ? 0 : table.columns.front().size();
  for (std::size_t point = 0; point < points; ++point) {
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
      fmt::format_to(std::back_inserter(text), "{}{}", k == 0 ? "" : ",", table.columns[k][point]);
    }
    text += '\n';
  }
  return text;
}

}  // namespace rapport
