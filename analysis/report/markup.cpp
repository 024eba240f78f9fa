#include "analysis/report/markup.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace rapport::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view isolate = "\xE2\x81\xA8";      // U+2068
constexpr std::string_view end_of_isolate = "\xE2\x81\xA9";

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

std::size_t expected_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/// The character at the beginning of `text`; one byte when it is none.
std::string_view first_character(std::string_view text) {
  const std::size_t length = expected_length(static_cast<unsigned char>(text.front()));
  if (length == 0 || length > text.size()) return text.substr(0, 1);
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text[i])) return text.substr(0, 1);
  }
  return text.substr(0, length);
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> all;
  while (!text.empty()) {
    all.push_back(first_character(text));
    text.remove_prefix(all.back().size());
  }
  return all;
}

/// Control characters, halves of a broken character, and U+202A to U+202E, U+2066, U+2067, U+200E
/// and U+200F, which turn the direction of the text after them.
bool is_unsafe(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) {
    const bool breaks_lines = character == "\n" || character == "\t";
    return first >= 0x7F || (first < 0x20 && !breaks_lines);
  }
  if (character.size() == 2) return character >= "\xC2\x80" && character <= "\xC2\x9F";
  const bool overlong = (first == 0xE0 && static_cast<unsigned char>(character[1]) < 0xA0) ||
                        (first == 0xF0 && static_cast<unsigned char>(character[1]) < 0x90);
  const bool surrogate = first == 0xED && static_cast<unsigned char>(character[1]) > 0x9F;
  const bool turns = (character >= "\xE2\x80\xAA" && character <= "\xE2\x80\xAE") ||
                     character == "\xE2\x81\xA6" || character == "\xE2\x81\xA7" ||
                     character == "\xE2\x80\x8E" || character == "\xE2\x80\x8F";
  return overlong || surrogate || (character.size() == 3 && turns);
}

std::string_view entity(std::string_view character) {
  if (character == "&") return "&amp;";
  if (character == "<") return "&lt;";
  if (character == ">") return "&gt;";
  if (character == "\"") return "&quot;";
  if (character == "'") return "&#39;";
  return character;
}

void replace_all(std::string& text, char what, std::string_view by) {
  std::string result;
  for (const char c : text) {
    if (c == what) {
      result += by;
    } else {
      result += c;
    }
  }
  text = std::move(result);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  for (const std::string_view character : characters(text)) {
    safe += is_unsafe(character) ? replacement : entity(character);
  }
  return safe;
}

std::string script_safe(std::string json) {
  replace_all(json, '<', "\\u003c");
  replace_all(json, '>', "\\u003e");
  replace_all(json, '&', "\\u0026");
  return json;
}

std::string isolated(std::string_view name) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  std::string safe;
  for (const std::string_view character : characters(name)) {
    const bool ends_isolate = character == isolate || character == end_of_isolate;
    const bool breaks_line = character == "\n" || character == "\t";
    safe += is_unsafe(character) || ends_isolate ? replacement : breaks_line ? " " : character;
  }
  if (std::all_of(safe.begin(), safe.end(), is_ascii)) return safe;
  return std::string(isolate) + safe + std::string(end_of_isolate);
}

std::size_t length_of(std::string_view text) {
  const auto shown = [](std::string_view c) { return c != isolate && c != end_of_isolate; };
  const auto all = characters(text);
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), shown));
}

std::string shortened(std::string_view text, std::size_t most) {
  if (length_of(text) <= most) return std::string(text);
  std::string kept;
  std::size_t count = 0;
  bool open = false;
  for (const std::string_view character : characters(text)) {
    if (character == isolate) open = true;
    if (character == end_of_isolate) open = false;
    if (character != isolate && character != end_of_isolate && ++count >= most) break;
    kept += character;
  }
  return kept + "\xE2\x80\xA6" + (open ? std::string(end_of_isolate) : "");
}

}  // namespace rapport::report
