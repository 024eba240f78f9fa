// A number of things in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport {

/// "1 person", "20 people".
inline std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  std::string text = std::to_string(count);
  text += ' ';
  return text += count == 1 ? one : many;
}

}  // namespace rapport
