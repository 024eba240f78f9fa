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

// Random123's rounds. GCC's own vectoriser needs twice the time: it does not see that a 32 x 32 ->
// 64 bit product can be taken of the even and the odd lanes in place. A round of one group of
// counters waits for its own products, so a second group costs little. `Wide` says how the words of
// one group are loaded, multiplied and stored.
template <class Wide, std::size_t groups>
RAPPORT_ALWAYS_INLINE void draw_groups(const WideAddresses& at, std::size_t first,
                                       float* const (&out)[4]) {
  using Words = typename Wide::Words;
  std::uint32_t k0 = at.key[0], k1 = at.key[1];
  Words a[groups], b[groups], c[groups], d[groups];
  for (std::size_t g = 0; g < groups; ++g) {
    a[g] = Wide::load(at.person + first + Wide::width * g);
    b[g] = Wide::load(at.day + first + Wide::width * g);
    c[g] = Wide::load(at.sequence + first + Wide::width * g);
    d[g] = Wide::fill(at.block);
  }
  for (int round = 0; round < philox4x32_rounds; ++round) {
    for (std::size_t g = 0; g < groups; ++g) {
      const auto p0 = Wide::multiply(a[g], PHILOX_M4x32_0);
      const auto p1 = Wide::multiply(c[g], PHILOX_M4x32_1);
      a[g] = p1.high ^ b[g] ^ Wide::fill(k0);
      b[g] = p1.low;
      c[g] = p0.high ^ d[g] ^ Wide::fill(k1);
      d[g] = p0.low;
    }
    k0 += PHILOX_W32_0;
    k1 += PHILOX_W32_1;
  }
  for (std::size_t g = 0; g < groups; ++g) {
    Wide::store_uniform(out[0] + first + Wide::width * g, a[g]);
    Wide::store_uniform(out[1] + first + Wide::width * g, b[g]);
    Wide::store_uniform(out[2] + first + Wide::width * g, c[g]);
    Wide::store_uniform(out[3] + first + Wide::width * g, d[g]);
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
