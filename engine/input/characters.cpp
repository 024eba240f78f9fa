#include "input/characters.hpp"

#include <algorithm>
#include <array>
#include <boost/locale/utf.hpp>
#include <span>

namespace rapport {
namespace {

namespace utf = boost::locale::utf;

/// Length in bytes of the character at the start of `text`, 0 when it is not UTF-8.
std::size_t character_length(std::string_view text, utf::code_point& point) {
  const char* at = text.data();
  point = utf::utf_traits<char>::decode(at, text.data() + text.size());
  if (point == utf::illegal || point == utf::incomplete) return 0;
  return static_cast<std::size_t>(at - text.data());
}

struct Range {
  utf::code_point first;
  utf::code_point last;
};

bool is_in(std::span<const Range> ranges, utf::code_point point) {
  return std::ranges::any_of(
      ranges, [point](const Range& range) { return point >= range.first && point <= range.last; });
}

// Control characters, and marks that turn the direction of what follows (Unicode 15, Bidi_Control).
constexpr auto steering = std::to_array<Range>({{0x00, 0x1F},
                                                {0x7F, 0x9F},
                                                {0x61C, 0x61C},
                                                {0x200E, 0x200F},
                                                {0x202A, 0x202E},
                                                {0x2066, 0x2069}});
// Unicode 15, Default_Ignorable_Code_Point, but for the selectors that emoji are written with.
constexpr auto without_width = std::to_array<Range>({{0xAD, 0xAD},
                                                     {0x34F, 0x34F},
                                                     {0x115F, 0x1160},
                                                     {0x17B4, 0x17B5},
                                                     {0x180B, 0x180F},
                                                     {0x200B, 0x200D},
                                                     {0x2060, 0x206F},
                                                     {0x3164, 0x3164},
                                                     {0xFEFF, 0xFEFF},
                                                     {0xFFA0, 0xFFA0},
                                                     {0xE0000, 0xE0FFF}});
// Unicode 15, White_Space beyond the control characters.
constexpr auto blanks = std::to_array<Range>({{0x20, 0x20},
                                              {0xA0, 0xA0},
                                              {0x1680, 0x1680},
                                              {0x2000, 0x200A},
                                              {0x2028, 0x2029},
                                              {0x202F, 0x202F},
                                              {0x205F, 0x205F},
                                              {0x3000, 0x3000}});

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    utf::code_point point = 0;
    const std::size_t length = character_length(text.substr(at), point);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::vector<std::string_view> split_characters(std::string_view text) {
  std::vector<std::string_view> characters;
  while (!text.empty()) {
    utf::code_point point = 0;
    const std::size_t length = std::max<std::size_t>(character_length(text, point), 1);
    characters.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return characters;
}

std::string printable(std::string_view text) {
  std::string result;
  for (const auto character : split_characters(text)) {
    utf::code_point point = 0;
    const bool shown = character_length(character, point) > 0 && !is_in(steering, point);
    result += shown ? character : std::string_view("?");
  }
  return result;
}

bool is_seen_whole(std::string_view text) {
  std::vector<utf::code_point> points;
  for (const auto character : split_characters(text)) {
    utf::code_point point = 0;
    if (character_length(character, point) == 0) return false;
    if (is_in(steering, point) || is_in(without_width, point)) return false;
    points.push_back(point);
  }
  return points.empty() || (!is_in(blanks, points.front()) && !is_in(blanks, points.back()));
}

}  // namespace rapport
