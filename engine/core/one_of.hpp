// One of many by 32 random bits.
#pragma once

#include <cstdint>

namespace rapport {

/// Which of `count` things, at least one, a random word picks: each has the same chance, to 2^-32.
constexpr std::uint32_t one_of(std::uint32_t count, std::uint32_t word) {
  return static_cast<std::uint32_t>((std::uint64_t{word} * count) >> 32);
}

}  // namespace rapport
