#include "input/diagnostics.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

#include "input/characters.hpp"

namespace rapport {
namespace {

constexpr std::size_t most_kept = 200;
constexpr std::size_t widest_excerpt = 100;  // characters of a source line that are shown

/// Without what other systems put at its end.
std::string_view bare(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(bare(text.substr(0, end)));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

Diagnostics::Diagnostics(std::string file, std::string_view text,
                         std::span<const std::string> options)
    : file_(std::move(file)),
      lines_(std::make_shared<const std::vector<std::string>>(split_lines(text))),
      options_(std::make_shared<const std::vector<std::string>>(options.begin(), options.end())) {}

Diagnostics Diagnostics::blank() const {
  Diagnostics blank(file_, {}, {});
  blank.design_ = design_;
  blank.lines_ = lines_;
  blank.options_ = options_;
  return blank;
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (!seen_.emplace(diagnostic.place, diagnostic.message).second) return;
  if (diagnostic.severity == Severity::error) {
    ++errors_;
    only_missing_ = only_missing_ && diagnostic.code == ExitCode::missing_input;
  }
  if (full()) {
    ++beyond_;
    return;
  }
  kept_.push_back(std::move(diagnostic));
}

bool Diagnostics::full() const {
  return kept_.size() >= most_kept;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  auto all = kept_;
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.place < b.place; });
  return all;
}

ExitCode Diagnostics::code() const {
  if (!has_errors()) return ExitCode::done;
  return only_missing_ ? ExitCode::missing_input : ExitCode::bad_data;
}

std::string Diagnostics::heading(const Diagnostic& diagnostic) const {
  const Place place = diagnostic.place;
  std::string where = place.in == PlaceIn::option ? "--set" : printable(file_);
  if (place.in == PlaceIn::design) where = printable(design_);
  if (place.line > 0) where += fmt::format(":{}:{}", place.line, place.column);
  const auto word = diagnostic.severity == Severity::error ? "error" : "warning";
  std::string heading = fmt::format("{}: {}: {}", where, word, printable(diagnostic.message));
  if (!diagnostic.suggestion.empty()) {
    heading += fmt::format(" (did you mean \"{}\"?)", printable(diagnostic.suggestion));
  }
  return heading;
}

std::string Diagnostics::line_at(Place place) const {
  if (place.in != PlaceIn::design) {
    const auto& lines = place.in == PlaceIn::option ? *options_ : *lines_;
    return place.line == 0 || place.line > lines.size() ? "" : lines[place.line - 1];
  }
  std::ifstream file(design_, std::ios::binary);
  std::string line;
  for (std::uint32_t k = 0; k < place.line; ++k) std::getline(file, line);
  return std::string(bare(line));
}

std::string Diagnostics::excerpt(Place place) const {
  const std::string text = line_at(place);
  if (text.empty()) return {};
  const auto characters = split_characters(text);
  const std::size_t caret = place.column > 0 ? place.column - 1 : 0;
  const std::size_t begin = caret < widest_excerpt ? 0 : caret - widest_excerpt / 2;
  const std::size_t end = std::min(characters.size(), begin + widest_excerpt);
  std::string line;
  std::string under;
  for (std::size_t k = begin; k < std::max(end, caret); ++k) {
    const std::string_view character = k < end ? characters[k] : " ";
    if (k < end) line += character == "\t" ? "\t" : printable(character);
    if (k < caret) under += character == "\t" ? '\t' : ' ';
  }
  return fmt::format("  {}\n  {}^\n", line, under);
}

std::string Diagnostics::text() const {
  std::string text;
  for (const auto& diagnostic : sorted()) {
    text += heading(diagnostic) + '\n' + excerpt(diagnostic.place);
    for (const auto& note : diagnostic.notes) text += "  " + printable(note) + '\n';
  }
  if (beyond_ > 0) text += fmt::format("and {} more\n", beyond_);
  return text;
}

}  // namespace rapport
