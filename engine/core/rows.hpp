// Some rows of columns: for what happens to few of them, without a branch for each of the others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/clones.hpp"

namespace rapport {

/// Of the widest register. Columns that begin at a multiple are read without crossing lines of
/// memory.
inline constexpr std::size_t register_bytes = 64;

/// Rows that loops over columns go through: up to the end of the widest register, so that none of
/// them ends row by row.
constexpr std::size_t padded(std::size_t rows) {
  constexpr std::size_t register_rows = register_bytes / sizeof(float);
  return (rows + register_rows - 1) / register_rows * register_rows;
}

/// That columns may have here; a row's number has eight bits.
inline constexpr std::size_t most_rows = 256;
static_assert(padded(most_rows) == most_rows);

inline constexpr std::size_t row_bits = 64;

/// Numbers of rows, ascending.
struct Rows {
  std::array<std::uint8_t, most_rows + row_bits> row;  // room to write as many at a time
  std::size_t count = 0;

  const std::uint8_t* begin() const { return row.data(); }
  const std::uint8_t* end() const { return row.data() + count; }
};

/// Some of the first `size` rows, as one bit for each; later bits are 0.
struct ChosenRows {
  std::array<std::uint64_t, most_rows / row_bits> bits = {};
  std::size_t size = 0;
};

/// Yes (1) or no (0) for each row up to padded(size); what stands behind them counts for nothing.
struct Choice {
  std::array<std::uint8_t, most_rows> yes;
};

/// The rows below `size` whose choice is yes. This and what follows goes many rows at a time and
/// without branches, for what is chosen cannot be foreseen. Columns hold most_rows.
Rows rows_of(const Choice& choice, std::size_t size);

/// The rows below `size` whose entry is not 0.
Rows rows_with(const std::uint32_t* column, std::size_t size);
ChosenRows chosen_rows(const std::uint32_t* column, std::size_t size);

/// Leaves in a column the entries of those rows alone, in their order.
void keep_rows(std::uint32_t* column, const ChosenRows& chosen);
void keep_rows(float* column, const ChosenRows& chosen);

/// The rows below `size` for which `chosen` holds. First the choice is made for all rows at once,
/// by the instructions of the caller's processor when that is one of RAPPORT_CLONES; `chosen` is
/// asked about padded(size) rows, and what it reads must hold so many.
template <class Chosen>
[[gnu::always_inline]] inline Rows rows_where(std::size_t size, Chosen chosen) {
  Choice choice;
  const std::size_t end = padded(size);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < end; ++i) choice.yes[i] = chosen(i) ? 1 : 0;
  return rows_of(choice, size);
}

}  // namespace rapport
