#include <cstddef>
#include <cstring>

#include "core/clones.hpp"
#include "core/row_ways.hpp"

namespace rapport {
namespace {

constexpr std::size_t together = 8;

/// Which of eight choices are yes, for each of the 2^8 ways to choose.
struct Places {
  std::array<std::array<std::uint8_t, together>, 256> place{};
  std::array<std::uint8_t, 256> count{};
};

constexpr Places all_places() {
  Places places;
  for (std::uint32_t chosen = 0; chosen < 256; ++chosen) {
    std::uint8_t count = 0;
    for (std::uint8_t k = 0; k < together; ++k) {
      if (chosen >> k & 1u) places.place[chosen][count++] = k;
    }
    places.count[chosen] = count;
  }
  return places;
}

constexpr Places places = all_places();

constexpr std::uint64_t each_byte = 0x0101010101010101u;

std::uint64_t eight_bytes(const std::uint8_t* at) {
  std::uint64_t bytes;
  std::memcpy(&bytes, at, together);
  return bytes;
}

// Eight bytes that are 0 or 1 as eight bits, the first one lowest.
std::uint64_t as_bits(std::uint64_t choices) {
  return (choices * 0x0102040810204080u) >> 56;
}

// The eight choices from `first` on as bits; from `size` on they are no.
std::size_t eight_of(const Choice& choice, std::size_t first, std::size_t size) {
  const std::size_t left = size - first;
  const std::size_t eight = as_bits(eight_bytes(&choice.yes[first]));
  return left < together ? eight & ((std::size_t{1} << left) - 1) : eight;
}

std::size_t eight_of(const ChosenRows& chosen, std::size_t first) {
  return chosen.bits[first / row_bits] >> (first % row_bits) & 0xffu;
}

RAPPORT_CLONES void find_not_zero(const std::uint32_t* column, std::size_t size, Choice& choice) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < padded(size); ++i) choice.yes[i] = column[i] != 0 ? 1 : 0;
}

ChosenRows choose(const std::uint32_t* column, std::size_t size) {
  Choice choice;
  find_not_zero(column, size, choice);
  ChosenRows chosen{.size = size};
  for (std::size_t first = 0; first < size; first += together) {
    const std::uint64_t eight = eight_of(choice, first, size);
    chosen.bits[first / row_bits] |= eight << (first % row_bits);
  }
  return chosen;
}

Rows number(const Choice& choice, std::size_t size) {
  Rows rows;
  std::size_t count = 0;
  for (std::size_t first = 0; first < size; first += together) {
    const std::size_t eight = eight_of(choice, first, size);
    const std::uint64_t numbers =
        eight_bytes(places.place[eight].data()) + first * each_byte;  // below 256: no carry
    std::memcpy(&rows.row[count], &numbers, together);
    count += places.count[eight];
  }
  rows.count = count;
  return rows;
}

Rows number_words(const std::uint32_t* column, std::size_t size) {
  Choice choice;
  find_not_zero(column, size, choice);
  return number(choice, size);
}

// Eight entries are always moved, the chosen ones first. Rows ascend: what is read stands where it
// is written or behind that, and of eight rows nothing is written behind them.
template <class Word>
void keep(Word* column, const ChosenRows& chosen) {
  std::size_t count = 0;
  for (std::size_t first = 0; first < chosen.size; first += together) {
    const std::size_t eight = eight_of(chosen, first);
    std::array<Word, together> kept;
    for (std::size_t k = 0; k < together; ++k) kept[k] = column[first + places.place[eight][k]];
    for (std::size_t k = 0; k < together; ++k) column[count + k] = kept[k];
    count += places.count[eight];
  }
}

}  // namespace

const RowWays& rows_by_8() {
  static constexpr RowWays ways = {number, number_words, choose, keep, keep};
  return ways;
}

}  // namespace rapport
