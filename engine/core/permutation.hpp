// A random order of n things, read at any position without ever being written down.
#pragma once

#include <cstdint>
#include <span>

#include "core/random.hpp"

namespace rapport {

/// A keyed bijection of [0, n): a Feistel network over pairs (left, right) with left below a and
/// right below b, a b just above n, walked along its cycle until it lands inside (Black & Rogaway
/// 2002). It takes no memory, and positions do not depend on each other.
class Permutation {
 public:
  /// The order of `things` that the draw (day, purpose) gives.
  Permutation(const Draws& draws, std::uint32_t things, Day day, Purpose purpose);

  /// The thing at `position`, both below n.
  std::uint32_t operator[](std::uint32_t position) const;

  /// The things at first, first + 1, ...; the same as one by one, several times as fast.
  void fill(std::uint32_t first, std::span<std::uint32_t> things) const;

 private:
  std::uint32_t things_;
  std::uint32_t left_size_, right_size_;
  std::uint32_t rounds_;
  DrawBlock keys_;
};

}  // namespace rapport
