// A random order of n things, read at any position without ever being written down.
#pragma once

#include <bit>
#include <cstdint>

#include "core/random.hpp"

namespace rapport {

/// A keyed bijection of [0, n): a Feistel network over the next even number of bits, walked along
/// its cycle until it lands inside (Black & Rogaway 2002). A few steps for each position, no
/// memory.
class Permutation {
 public:
  /// The order of `things` that the draw (day, purpose) gives.
  Permutation(const Draws& draws, std::uint32_t things, Day day, Purpose purpose)
      : things_(things), half_((std::bit_width(things > 1 ? things - 1 : 1u) + 1u) / 2) {
    keys_ = draws.block(0xffffffffu, day, 0, purpose);
  }

  /// The thing at `position`, both below n.
  std::uint32_t operator[](std::uint32_t position) const {
    std::uint32_t at = position;
    do {
      at = shuffled(at);
    } while (at >= things_);
    return at;
  }

 private:
  std::uint32_t shuffled(std::uint32_t at) const {
    const std::uint32_t mask = (1u << half_) - 1u;
    std::uint32_t left = at >> half_;
    std::uint32_t right = at & mask;
    for (int round = 0; round < 6; ++round) {
      const std::uint32_t next = left ^ (mixed(right + keys_[static_cast<std::size_t>(round) % 4] +
                                               0x9e3779b9u * static_cast<std::uint32_t>(round)) &
                                         mask);
      left = right;
      right = next;
    }
    return (left << half_) | right;
  }
  // Integer finalizer with full avalanche (constants: Wellons, "hash prospector", lowbias32).
  static std::uint32_t mixed(std::uint32_t x) {
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x *= 0x846ca68bu;
    return x ^ (x >> 16);
  }

  std::uint32_t things_;
  std::uint32_t half_;
  DrawBlock keys_;
};

}  // namespace rapport
