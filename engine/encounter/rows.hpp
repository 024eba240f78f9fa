// Some rows of a batch: for what happens to few of them, without a branch for each of the others.
#pragma once

#include <array>
#include <cstdint>

#include "core/clones.hpp"
#include "encounter/batch.hpp"
#include "encounter/rules.hpp"

namespace rapport {

/// Numbers of rows, ascending.
struct Rows {
  std::array<std::uint8_t, batch_size + 8> row;  // room to write eight at a time
  std::size_t count = 0;

  const std::uint8_t* begin() const { return row.data(); }
  const std::uint8_t* end() const { return row.data() + count; }
};
static_assert(batch_size <= 256, "a row's number has eight bits");

/// Yes (1) or no (0) for each row, and room to read eight at a time.
using Choice = std::array<std::uint8_t, batch_size + 8>;

/// The rows below `size` whose choice is 1, found eight at a time and without branches, for what
/// is chosen cannot be foreseen.
Rows rows_chosen(Choice& choice, std::size_t size);

/// The rows below `size` for which `chosen` holds. First the choice is made for all rows at once,
/// by the instructions of the caller's processor when that is one of RAPPORT_CLONES; `chosen` is
/// asked about padded(size) rows, and what it reads must hold so many.
template <class Chosen>
[[gnu::always_inline]] inline Rows rows_where(std::size_t size, Chosen chosen) {
  Choice choice;
  const std::size_t end = padded(size);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < end; ++i) choice[i] = chosen(i) ? 1 : 0;
  return rows_chosen(choice, size);
}

/// Leaves in a column the entries of those rows alone, in their order.
void keep_rows(Column<std::uint32_t>& column, const Rows& rows);
void keep_rows(Column<float>& column, const Rows& rows);
void keep_rows(PackedColumn& column, const Rows& rows);

/// The draw that decides `purpose` for each of the rows: entry k belongs to the k-th of them.
Column<float> draw_for(const Batch& batch, const Rules& rules, const Rows& rows, Purpose purpose);

}  // namespace rapport
