// Eight counters at once. Compiled for AVX2: only draw_columns, which asks the processor, may call.
#include <immintrin.h>

#include "core/wide_philox.hpp"

namespace rapport {
namespace {

struct By8 {
  using Words = __m256i;
  static constexpr std::size_t width = 8;
  static Words load(const std::uint32_t* at) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
  }
  static Words fill(std::uint32_t word) { return _mm256_set1_epi32(static_cast<int>(word)); }
  static Words multiply(Words a, Words by) { return _mm256_mul_epu32(a, by); }
  static Words upper(Words a) { return _mm256_srli_epi64(a, 32); }
  static void store_uniform(float* out, Words even, Words odd) {
    const Words words = _mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0xaa);
    const __m256 cell = _mm256_cvtepi32_ps(_mm256_srli_epi32(words, 9));
    _mm256_storeu_ps(
        out, _mm256_mul_ps(_mm256_add_ps(cell, _mm256_set1_ps(0.5f)), _mm256_set1_ps(0x1p-23f)));
  }
};

}  // namespace

void draw_by_8(const WideAddresses& at, std::size_t count, float* const (&out)[4]) {
  draw_wide<By8>(at, count, out);
}

}  // namespace rapport
