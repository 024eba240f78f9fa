#include "core/row_ways.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

// Only these functions are compiled for such processors, and nobody but their own kind calls them
// without having asked.
#define RAPPORT_WIDE __attribute__((target("avx512bw,avx512vl,avx512vbmi2,popcnt")))

namespace rapport {
namespace {

constexpr std::size_t words_at_once = 16;

// As bits; rows from `size` on are not chosen.
RAPPORT_WIDE std::uint64_t below(std::size_t size, std::size_t first, std::uint64_t bits) {
  const std::size_t left = size - first;
  return left < row_bits ? bits & ((std::uint64_t{1} << left) - 1) : bits;
}

RAPPORT_WIDE ChosenRows choose(const std::uint32_t* column, std::size_t size) {
  ChosenRows chosen{.size = size};
  for (std::size_t first = 0; first < size; first += row_bits) {
    std::uint64_t bits = 0;
    for (std::size_t k = 0; k < row_bits; k += words_at_once) {
      const __m512i words = _mm512_loadu_si512(column + first + k);
      bits |= std::uint64_t{_mm512_test_epi32_mask(words, words)} << k;
    }
    chosen.bits[first / row_bits] = below(size, first, bits);
  }
  return chosen;
}

// Sixteen choices at a time, as they have been written just before: the processor would wait for
// wider pieces until they are all in its cache.
RAPPORT_WIDE ChosenRows choose(const Choice& choice, std::size_t size) {
  ChosenRows chosen{.size = size};
  for (std::size_t first = 0; first < size; first += row_bits) {
    std::uint64_t bits = 0;
    for (std::size_t k = 0; k < row_bits; k += words_at_once) {
      const void* const at = &choice.yes[first + k];
      const __m128i yes = _mm_loadu_si128(static_cast<const __m128i*>(at));
      bits |= std::uint64_t{_mm_test_epi8_mask(yes, yes)} << k;
    }
    chosen.bits[first / row_bits] = below(size, first, bits);
  }
  return chosen;
}

RAPPORT_WIDE Rows numbered(const ChosenRows& chosen) {
  Rows rows;
  std::size_t count = 0;
  __m512i numbers = _mm512_set_epi64(0x3f3e3d3c3b3a3938, 0x3736353433323130, 0x2f2e2d2c2b2a2928,
                                     0x2726252423222120, 0x1f1e1d1c1b1a1918, 0x1716151413121110,
                                     0x0f0e0d0c0b0a0908, 0x0706050403020100);
  for (const std::uint64_t bits : chosen.bits) {
    _mm512_storeu_si512(&rows.row[count], _mm512_maskz_compress_epi8(bits, numbers));
    count += static_cast<std::size_t>(_mm_popcnt_u64(bits));
    numbers = _mm512_add_epi8(numbers, _mm512_set1_epi8(row_bits));
  }
  rows.count = count;
  return rows;
}

RAPPORT_WIDE Rows number(const Choice& choice, std::size_t size) {
  return numbered(choose(choice, size));
}

RAPPORT_WIDE Rows number_words(const std::uint32_t* column, std::size_t size) {
  return numbered(choose(column, size));
}

// What is written ends where the register that was read last does, or before.
template <class Word>
RAPPORT_WIDE void keep(Word* column, const ChosenRows& chosen) {
  std::size_t count = 0;
  for (std::size_t first = 0; first < chosen.size; first += words_at_once) {
    const auto some = static_cast<__mmask16>(chosen.bits[first / row_bits] >> (first % row_bits));
    const __m512i all = _mm512_loadu_si512(column + first);
    _mm512_storeu_si512(column + count, _mm512_maskz_compress_epi32(some, all));
    count += static_cast<std::size_t>(_mm_popcnt_u32(some));
  }
}

}  // namespace

const RowWays* rows_by_64() {
  static constexpr RowWays ways = {number, number_words, choose, keep, keep};
  static const bool here = __builtin_cpu_supports("avx512bw") &&
                           __builtin_cpu_supports("avx512vl") &&
                           __builtin_cpu_supports("avx512vbmi2");
  return here ? &ways : nullptr;
}

}  // namespace rapport
#else
const rapport::RowWays* rapport::rows_by_64() {
  return nullptr;
}
#endif
