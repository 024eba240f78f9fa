#include "core/permutation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/clones.hpp"
#include "core/contract.hpp"

namespace rapport {
namespace {

// Both sides near the square root: then a b exceeds n by a few in a thousand at most.
std::uint32_t side(std::uint32_t things) {
  return static_cast<std::uint32_t>(
      std::ceil(std::sqrt(static_cast<double>(std::max(things, 1u)))));
}

// Integer finalizer with full avalanche (constants: Wellons, "hash prospector", lowbias32).
inline std::uint32_t mixed(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  return x ^ (x >> 16);
}

// `half` + F(other) modulo its size: a bijection for each `other`. Sides are below 2^16, so 24 bits
// of F are enough, and float holds them exactly.
inline std::uint32_t moved(std::uint32_t half, std::uint32_t size, std::uint32_t other,
                           std::uint32_t key) {
  const auto u = static_cast<float>(static_cast<std::int32_t>(mixed(other ^ key) >> 8)) * 0x1p-24f;
  const auto step = static_cast<std::uint32_t>(
      static_cast<std::int32_t>(u * static_cast<float>(static_cast<std::int32_t>(size))));
  const std::uint32_t sum = half + step;
  return sum >= size ? sum - size : sum;
}

constexpr std::size_t chunk = 256;
using Half = std::array<std::uint32_t, chunk>;

RAPPORT_CLONES void move_all(Half& halves, std::uint32_t size, const Half& others,
                             std::uint32_t key, std::size_t count) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < count; ++i) halves[i] = moved(halves[i], size, others[i], key);
}

// The places first, first + 1, ... as pairs: one division, then counting, from one full turn of the
// left side to the next.
RAPPORT_CLONES void number(std::uint32_t first, std::uint32_t left_size, Half& left, Half& right,
                           std::size_t count) {
  std::uint32_t r = first / left_size, l = first % left_size;
  for (std::size_t i = 0; i < count; ++r, l = 0) {
    const std::size_t end = std::min(count, i + left_size - l);
    RAPPORT_COLUMN_LOOP
    for (std::uint32_t next = l; i < end; ++i, ++next) {
      left[i] = next;
      right[i] = r;
    }
  }
}

// Gives the largest of them.
RAPPORT_CLONES std::uint32_t put_together(const Half& left, const Half& right,
                                          std::uint32_t left_size, std::span<std::uint32_t> out) {
  std::uint32_t largest = 0;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint32_t at = right[i] * left_size + left[i];
    out[i] = at;
    largest = largest > at ? largest : at;
  }
  return largest;
}

}  // namespace

Permutation::Permutation(const Draws& draws, std::uint32_t things, Day day, Purpose purpose)
    : things_(things),
      left_size_(side(things)),
      right_size_((things + left_size_ - 1) / left_size_),
      // Few things need more rounds: a round mixes each side with the size of the other.
      rounds_(things < 1024 ? 12 : 2),
      keys_(draws.block(0xffffffffu, day, 0, purpose)) {}

void Permutation::fill(std::uint32_t first, std::span<std::uint32_t> things) const {
  RAPPORT_EXPECTS(first + things.size() <= things_);
  Half left, right;
  for (std::size_t begin = 0; begin < things.size(); begin += chunk) {
    const std::size_t count = std::min(chunk, things.size() - begin);
    number(first + static_cast<std::uint32_t>(begin), left_size_, left, right, count);
    for (std::uint32_t round = 0; round < rounds_; ++round) {
      const std::uint32_t turn = round * 0x9e3779b9u;
      move_all(left, left_size_, right, keys_[round % 2] + turn, count);
      move_all(right, right_size_, left, keys_[2 + round % 2] + turn, count);
    }
    if (put_together(left, right, left_size_, things.subspan(begin, count)) < things_) continue;
    // Outside: one step further along the cycle, as if it had been asked for.
    for (std::uint32_t& at : things.subspan(begin, count)) at = at < things_ ? at : (*this)[at];
  }
}

std::uint32_t Permutation::operator[](std::uint32_t position) const {
  std::uint32_t at = position;
  do {
    std::uint32_t right = at / left_size_;
    std::uint32_t left = at - right * left_size_;
    for (std::uint32_t round = 0; round < rounds_; ++round) {
      const std::uint32_t turn = round * 0x9e3779b9u;
      left = moved(left, left_size_, right, keys_[round % 2] + turn);
      right = moved(right, right_size_, left, keys_[2 + round % 2] + turn);
    }
    at = right * left_size_ + left;
  } while (at >= things_);
  return at;
}

}  // namespace rapport
