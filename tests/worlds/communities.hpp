// Who is in which community.
#pragma once

#include <cstdint>
#include <vector>

namespace rapport::test {

/// Person p in community p modulo their number.
inline std::vector<std::uint32_t> in_turn(std::uint32_t people, std::uint32_t communities) {
  std::vector<std::uint32_t> community;
  for (std::uint32_t p = 0; p < people; ++p) community.push_back(p % communities);
  return community;
}

}  // namespace rapport::test
