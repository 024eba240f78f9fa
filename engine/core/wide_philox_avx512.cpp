// Sixteen counters at once. Compiled for AVX-512: only draw_columns, which asks the processor, may
// call.
#include <immintrin.h>

#include "core/wide_philox.hpp"

namespace rapport {
namespace {

struct By16 {
  using Words = __m512i;
  static constexpr std::size_t width = 16;
  static Words load(const std::uint32_t* at) { return _mm512_loadu_si512(at); }
  static Words fill(std::uint32_t word) { return _mm512_set1_epi32(static_cast<int>(word)); }
  static Words multiply(Words a, Words by) { return _mm512_mul_epu32(a, by); }
  static Words upper(Words a) { return _mm512_srli_epi64(a, 32); }
  static void store_uniform(float* out, Words even, Words odd) {
    constexpr __mmask16 odd_lanes = 0xaaaa;
    const Words words = _mm512_mask_mov_epi32(even, odd_lanes, _mm512_slli_epi64(odd, 32));
    const __m512 cell = _mm512_cvtepi32_ps(_mm512_srli_epi32(words, 9));
    _mm512_storeu_ps(
        out, _mm512_mul_ps(_mm512_add_ps(cell, _mm512_set1_ps(0.5f)), _mm512_set1_ps(0x1p-23f)));
  }
};

}  // namespace

void draw_by_16(const WideAddresses& at, std::size_t count, float* const (&out)[4]) {
  draw_wide<By16>(at, count, out);
}

}  // namespace rapport
