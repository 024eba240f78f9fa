#include "encounter/rows.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "core/draw_columns.hpp"

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
std::size_t as_bits(std::uint64_t choices) {
  return (choices * 0x0102040810204080u) >> 56;
}

}  // namespace

Rows rows_chosen(Choice& choice, std::size_t size) {
  std::fill_n(choice.begin() + size, together, std::uint8_t{0});
  Rows rows;
  std::size_t count = 0;
  for (std::size_t first = 0; first < size; first += together) {
    const std::size_t chosen = as_bits(eight_bytes(&choice[first]));
    const std::uint64_t rows_of_eight =
        eight_bytes(places.place[chosen].data()) + first * each_byte;  // below 256: no carry
    std::memcpy(&rows.row[count], &rows_of_eight, together);
    count += places.count[chosen];
  }
  rows.count = count;
  return rows;
}

// Rows ascend: what is read stands where it is written or behind that, so nothing is read after it
// was written.
RAPPORT_CLONES void keep_rows(Column<std::uint32_t>& column, const Rows& rows) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t k = 0; k < rows.count; ++k) column[k] = column[rows.row[k]];
}

RAPPORT_CLONES void keep_rows(Column<float>& column, const Rows& rows) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t k = 0; k < rows.count; ++k) column[k] = column[rows.row[k]];
}

void keep_rows(PackedColumn& column, const Rows& rows) {
  for (std::size_t k = 0; k < rows.count; ++k) column[k] = column[rows.row[k]];
}

Column<float> draw_for(const Batch& batch, const Rules& rules, const Rows& rows, Purpose purpose) {
  Column<std::uint32_t> person, day, sequence;
  for (std::size_t k = 0; k < rows.count; ++k) {
    person[k] = batch.target[rows.row[k]];
    sequence[k] = batch.sequence[rows.row[k]];
  }
  day.head(static_cast<Eigen::Index>(rows.count))
      .setConstant(static_cast<std::uint32_t>(rules.day));
  std::array<Column<float>, 3> others;
  Column<float> wanted;
  std::array<float*, 4> lanes = {others[0].data(), others[1].data(), others[2].data(),
                                 wanted.data()};
  std::swap(lanes[static_cast<std::uint32_t>(purpose) % 4], lanes[3]);
  draw_columns(rules.draws, {person.data(), day.data(), sequence.data()}, purpose, rows.count,
               lanes);
  return wanted;
}

}  // namespace rapport
