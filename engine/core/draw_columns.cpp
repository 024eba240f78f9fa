#include "core/draw_columns.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define RAPPORT_WIDE_PHILOX 1
#endif

namespace rapport {
namespace {

void draw_one_by_one(const Draws& draws, const DrawAddresses& at, Purpose purpose,
                     std::size_t count, const std::array<float*, 4>& out) {
  for (std::size_t i = 0; i < count; ++i) {
    const DrawBlock words =
        draws.block(at.person[i], static_cast<Day>(at.day[i]), at.sequence[i], purpose);
    for (std::size_t lane = 0; lane < 4; ++lane) out[lane][i] = unit_interval(words[lane]);
  }
}

#ifdef RAPPORT_WIDE_PHILOX

// Random123's rounds for eight counters at once. GCC's own vectoriser needs twice the time: it does
// not see that a 32 x 32 -> 64 bit product can be taken of the even and the odd lanes in place.
struct WideProduct {
  __m256i high, low;
};

__attribute__((target("avx2"))) inline WideProduct multiply(__m256i a, __m256i m) {
  const __m256i even = _mm256_mul_epu32(a, m);
  const __m256i odd = _mm256_mul_epu32(_mm256_srli_epi64(a, 32), m);
  return {_mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xaa),
          _mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0xaa)};
}

__attribute__((target("avx2"))) inline __m256i load(const std::uint32_t* at) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}

__attribute__((target("avx2"))) inline __m256i fill(std::uint32_t word) {
  return _mm256_set1_epi32(static_cast<int>(word));
}

__attribute__((target("avx2"))) inline void store_uniform(float* out, __m256i words) {
  const __m256 cell = _mm256_cvtepi32_ps(_mm256_srli_epi32(words, 9));
  _mm256_storeu_ps(
      out, _mm256_mul_ps(_mm256_add_ps(cell, _mm256_set1_ps(0.5f)), _mm256_set1_ps(0x1p-23f)));
}

// `groups` times eight counters at once: a round of one group waits for its own products, so a
// second group costs little.
template <std::size_t groups>
__attribute__((target("avx2"))) inline void draw_groups(const Draws& draws, const DrawAddresses& at,
                                                        Purpose purpose, std::size_t first,
                                                        const std::array<float*, 4>& out) {
  const __m256i m0 = _mm256_set1_epi64x(PHILOX_M4x32_0);
  const __m256i m1 = _mm256_set1_epi64x(PHILOX_M4x32_1);
  std::uint32_t k0 = draws.key()[0], k1 = draws.key()[1];
  __m256i a[groups], b[groups], c[groups], d[groups];
  for (std::size_t g = 0; g < groups; ++g) {
    a[g] = load(at.person + first + 8 * g);
    b[g] = load(at.day + first + 8 * g);
    c[g] = load(at.sequence + first + 8 * g);
    d[g] = fill(static_cast<std::uint32_t>(purpose) / 4);
  }
  for (int round = 0; round < philox4x32_rounds; ++round) {
    for (std::size_t g = 0; g < groups; ++g) {
      const WideProduct p0 = multiply(a[g], m0);
      const WideProduct p1 = multiply(c[g], m1);
      a[g] = _mm256_xor_si256(_mm256_xor_si256(p1.high, b[g]), fill(k0));
      b[g] = p1.low;
      c[g] = _mm256_xor_si256(_mm256_xor_si256(p0.high, d[g]), fill(k1));
      d[g] = p0.low;
    }
    k0 += PHILOX_W32_0;
    k1 += PHILOX_W32_1;
  }
  for (std::size_t g = 0; g < groups; ++g) {
    store_uniform(out[0] + first + 8 * g, a[g]);
    store_uniform(out[1] + first + 8 * g, b[g]);
    store_uniform(out[2] + first + 8 * g, c[g]);
    store_uniform(out[3] + first + 8 * g, d[g]);
  }
}

__attribute__((target("avx2"))) void draw_by_eight(const Draws& draws, const DrawAddresses& at,
                                                   Purpose purpose, std::size_t count,
                                                   const std::array<float*, 4>& out) {
  std::size_t i = 0;
  for (; i + 8 < count; i += 16) draw_groups<2>(draws, at, purpose, i, out);
  if (i < count) draw_groups<1>(draws, at, purpose, i, out);
}

#endif

}  // namespace

void draw_columns(const Draws& draws, const DrawAddresses& addresses, Purpose purpose,
                  std::size_t count, const std::array<float*, 4>& out) {
#ifdef RAPPORT_WIDE_PHILOX
  if (__builtin_cpu_supports("avx2")) {
    draw_by_eight(draws, addresses, purpose, count, out);
    return;
  }
#endif
  draw_one_by_one(draws, addresses, purpose, count, out);
}

}  // namespace rapport
