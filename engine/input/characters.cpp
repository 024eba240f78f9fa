#include "input/characters.hpp"

#include <boost/locale/utf.hpp>

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

bool is_control(utf::code_point point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

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
    const bool shown = character_length(character, point) > 0 && !is_control(point);
    result += shown ? character : std::string_view("?");
  }
  return result;
}

}  // namespace rapport
