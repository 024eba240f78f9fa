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

__attribute__((target("avx2"))) void draw_by_eight(const Draws& draws, const DrawAddresses& at,
                                                   Purpose purpose, std::size_t count,
                                                   const std::array<float*, 4>& out) {
  const __m256i m0 = _mm256_set1_epi64x(PHILOX_M4x32_0);
  const __m256i m1 = _mm256_set1_epi64x(PHILOX_M4x32_1);
  for (std::size_t i = 0; i < count; i += 8) {
    __m256i a = load(at.person + i);
    __m256i b = load(at.day + i);
    __m256i c = load(at.sequence + i);
    __m256i d = fill(static_cast<std::uint32_t>(purpose) / 4);
    std::uint32_t k0 = draws.key()[0];
    std::uint32_t k1 = draws.key()[1];
    for (int round = 0; round < philox4x32_rounds; ++round) {
      const WideProduct p0 = multiply(a, m0);
      const WideProduct p1 = multiply(c, m1);
      a = _mm256_xor_si256(_mm256_xor_si256(p1.high, b), fill(k0));
      b = p1.low;
      c = _mm256_xor_si256(_mm256_xor_si256(p0.high, d), fill(k1));
      d = p0.low;
      k0 += PHILOX_W32_0;
      k1 += PHILOX_W32_1;
    }
    store_uniform(out[0] + i, a);
    store_uniform(out[1] + i, b);
    store_uniform(out[2] + i, c);
    store_uniform(out[3] + i, d);
  }
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
