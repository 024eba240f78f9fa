// Philox 4x32 for many counters at once. Included by one source file for each width of register,
// which is compiled for processors that have it; nothing here may be shared between them.
#pragma once

#include <Random123/philox.h>
#include <cstddef>
#include <cstdint>

namespace rapport {

/// A column of addresses whose last word is the same for all, and the key.
struct WideAddresses {
  const std::uint32_t* person;
  const std::uint32_t* day;
  const std::uint32_t* sequence;
  std::uint32_t block;
  std::uint32_t key[2];
};

/// Both need columns that hold `count` rounded up to the next multiple of the width.
void draw_by_8(const WideAddresses& at, std::size_t count, float* const (&out)[4]);
void draw_by_16(const WideAddresses& at, std::size_t count, float* const (&out)[4]);

#define RAPPORT_ALWAYS_INLINE __attribute__((always_inline)) inline

// The words of a group of counters at even places stand in one register and those at odd places in
// another, each in the lower half of 64 bits. What stands in the upper halves means nothing, so
// that a 32 x 32 -> 64 bit product is taken and taken apart without moving anything else.
//
// Random123's rounds. GCC's own vectoriser needs three times the time. A round of one group of
// counters waits for its own products, so a second group costs little. `Wide` says how words are
// loaded, multiplied and stored.
template <class Wide, std::size_t groups>
RAPPORT_ALWAYS_INLINE void draw_groups(const WideAddresses& at, std::size_t first,
                                       float* const (&out)[4]) {
  using Words = typename Wide::Words;
  std::uint32_t k0 = at.key[0], k1 = at.key[1];
  constexpr std::size_t registers = 2 * groups;  // even, odd, even, odd
  Words a[registers], b[registers], c[registers], d[registers];
  for (std::size_t r = 0; r < registers; r += 2) {
    const std::size_t place = first + Wide::width * r / 2;
    a[r] = Wide::load(at.person + place);
    b[r] = Wide::load(at.day + place);
    c[r] = Wide::load(at.sequence + place);
    a[r + 1] = Wide::upper(a[r]);
    b[r + 1] = Wide::upper(b[r]);
    c[r + 1] = Wide::upper(c[r]);
    d[r] = d[r + 1] = Wide::fill(at.block);
  }
  const Words m0 = Wide::fill(PHILOX_M4x32_0), m1 = Wide::fill(PHILOX_M4x32_1);
  for (int round = 0; round < philox4x32_rounds; ++round) {
    const Words key0 = Wide::fill(k0), key1 = Wide::fill(k1);
    for (std::size_t r = 0; r < registers; ++r) {
      const Words p0 = Wide::multiply(a[r], m0);
      const Words p1 = Wide::multiply(c[r], m1);
      a[r] = Wide::upper(p1) ^ b[r] ^ key0;
      b[r] = p1;
      c[r] = Wide::upper(p0) ^ d[r] ^ key1;
      d[r] = p0;
    }
    k0 += PHILOX_W32_0;
    k1 += PHILOX_W32_1;
  }
  for (std::size_t r = 0; r < registers; r += 2) {
    const std::size_t place = first + Wide::width * r / 2;
    Wide::store_uniform(out[0] + place, a[r], a[r + 1]);
    Wide::store_uniform(out[1] + place, b[r], b[r + 1]);
    Wide::store_uniform(out[2] + place, c[r], c[r + 1]);
    Wide::store_uniform(out[3] + place, d[r], d[r + 1]);
  }
}

template <class Wide>
RAPPORT_ALWAYS_INLINE void draw_wide(const WideAddresses& at, std::size_t count,
                                     float* const (&out)[4]) {
  std::size_t i = 0;
  for (; i + Wide::width < count; i += 2 * Wide::width) draw_groups<Wide, 2>(at, i, out);
  if (i < count) draw_groups<Wide, 1>(at, i, out);
}

#undef RAPPORT_ALWAYS_INLINE

}  // namespace rapport
