// Some rows of a batch: for what happens to few of them, without a branch for each of the others.
#pragma once

#include <array>
#include <cstdint>

#include "encounter/batch.hpp"
#include "encounter/rules.hpp"

namespace rapport {

/// Numbers of rows, ascending.
struct Rows {
  std::array<std::uint32_t, batch_size> row;
  std::size_t count = 0;

  const std::uint32_t* begin() const { return row.data(); }
  const std::uint32_t* end() const { return row.data() + count; }
};

/// The rows below `size` for which `chosen` holds. First the choice is made for all rows at once;
/// then every number is written and the next one stands over it where it was not chosen, so that an
/// unforeseeable choice costs no more than any other.
template <class Chosen>
Rows rows_where(std::size_t size, Chosen chosen) {
  std::array<std::uint32_t, batch_size> yes;
  for (std::size_t i = 0; i < size; ++i) yes[i] = chosen(i) ? 1u : 0u;
  Rows rows;
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    rows.row[count] = i;
    count += yes[i];
  }
  rows.count = count;
  return rows;
}

/// The draw that decides `purpose` for each of the rows: entry k belongs to the k-th of them.
Column<float> draw_for(const Batch& batch, const Rules& rules, const Rows& rows, Purpose purpose);

}  // namespace rapport
