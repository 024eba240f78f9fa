#include "input/document_parser.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <regex>
#include <sstream>
#include <toml++/toml.h>

#include "input/text_guard.hpp"

namespace rapport {
namespace {

constexpr int most_syntax_errors = 20;

struct Origin {
  PlaceIn in;
  std::uint32_t line;
  Place at(const toml::source_position& position) const {
    return {in, position.line + line - 1, position.column};
  }
};

Value to_value(const toml::node& node, const Origin& origin);

Table to_table(const toml::table& table, const Origin& origin) {
  Table result;
  for (const auto& [key, node] : table) {
    result.entries.push_back(
        {std::string(key.str()), origin.at(key.source().begin), to_value(node, origin)});
  }
  // toml++ sorts by key; the order of the text matters (axes of a sweep).
  std::stable_sort(result.entries.begin(), result.entries.end(),
                   [](const Entry& a, const Entry& b) { return a.place < b.place; });
  return result;
}

Value to_value(const toml::node& node, const Origin& origin) {
  Value value{origin.at(node.source().begin), false};
  if (const auto* flag = node.as_boolean()) {
    value.data = flag->get();
  } else if (const auto* whole = node.as_integer()) {
    value.data = whole->get();
  } else if (const auto* number = node.as_floating_point()) {
    value.data = number->get();
  } else if (const auto* text = node.as_string()) {
    value.data = text->get();
  } else if (const auto* table = node.as_table()) {
    value.data = to_table(*table, origin);
  } else if (const auto* array = node.as_array()) {
    List list;
    for (const auto& element : *array) list.push_back(to_value(element, origin));
    value.data = std::move(list);
  } else {
    std::ostringstream date;
    node.visit([&date](const auto& n) { date << n; });
    value.data = Date{date.str()};
  }
  return value;
}

/// What usually lies behind a mistake of syntax, as a note; empty when nothing is known.
std::string syntax_hint(const std::string& line, PlaceIn in) {
  std::smatch match;
  static const std::regex word("=\\s*([A-Za-z_][A-Za-z0-9_-]*)\\s*(#.*)?$");
  if (std::regex_search(line, match, word)) {
    const std::string found = match[1];
    if (found == "True" || found == "False") return "true and false are written in small letters";
    if (in == PlaceIn::file) return fmt::format("text needs quotes: \"{}\"", found);
    return fmt::format("the shell takes quotes away; write --set '{}\"{}\"'",
                       line.substr(0, static_cast<std::size_t>(match.position(1))), found);
  }
  static const std::regex point("=\\s*([-+]?)(\\.[0-9]+|[0-9]+\\.)\\s*(#.*)?$");
  if (std::regex_search(line, match, point))
    return "a number has digits on both sides of the point";
  if (line.find('=') == std::string::npos && line.find('[') == std::string::npos) {
    return "a key takes a value: key = value";
  }
  static const std::regex comma("=\\s*[0-9]+,[0-9]+\\s*(#.*)?$");
  if (std::regex_search(line, match, comma)) return "numbers are written 0.5 and 20_000";
  return {};
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream stream{std::string(text)};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

bool is_header(const std::string& line) {
  const auto first = line.find_first_not_of(" \t");
  return first != std::string::npos && line[first] == '[';
}

class Parser {
 public:
  Parser(std::string_view text, Origin origin, Diagnostics& diagnostics)
      : origin_(origin),
        diagnostics_(diagnostics),
        lines_(lines_of(text)),
        self_contained_(self_contained_lines(text)) {}

  ParsedDocument run(std::string_view text) {
    ParsedDocument document;
    std::string current(text);
    for (int attempt = 0; attempt < most_syntax_errors; ++attempt) {
      try {
        document.root = to_table(toml::parse(current), origin_);
        return document;
      } catch (const toml::parse_error& error) {
        document.complete = false;
        report(error);
        if (!take_out(error.source().begin.line)) return document;
        current = joined(lines_);
      }
    }
    return document;
  }

 private:
  void report(const toml::parse_error& error) {
    Place place = origin_.at(error.source().begin);
    const std::size_t index = error.source().begin.line - 1;
    Diagnostic diagnostic{.place = place, .message = std::string(error.description())};
    constexpr std::string_view preamble = "Error while parsing ";
    if (diagnostic.message.starts_with(preamble)) {
      diagnostic.message = "syntax error in " + diagnostic.message.substr(preamble.size());
    }
    const auto hint =
        index < lines_.size() ? syntax_hint(lines_[index], origin_.in) : std::string();
    if (!hint.empty()) diagnostic.notes.push_back(hint);
    diagnostics_.add(std::move(diagnostic));
  }

  /// Empties a faulty line, and the section under a faulty header; false when that would change the
  /// meaning of other lines.
  bool take_out(std::size_t line) {
    const std::size_t index = line - 1;
    if (index >= lines_.size() || !self_contained_[index] || lines_[index].empty()) return false;
    const bool header = is_header(lines_[index]);
    lines_[index].clear();
    if (!header) return true;
    for (std::size_t k = index + 1; k < lines_.size() && !is_header(lines_[k]); ++k) {
      lines_[k].clear();
    }
    return true;
  }

  Origin origin_;
  Diagnostics& diagnostics_;
  std::vector<std::string> lines_;
  std::vector<bool> self_contained_;
};

}  // namespace

ParsedDocument parse_document(std::string_view text, PlaceIn in, std::uint32_t line,
                              Diagnostics& diagnostics) {
  if (!is_fit_for_toml(text, in, line, diagnostics)) return {.root = {}, .complete = false};
  return Parser(text, {in, line}, diagnostics).run(text);
}

}  // namespace rapport
