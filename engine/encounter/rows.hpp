// Some rows of a batch: for what happens to few of them, without a branch for each of the others.
#pragma once

#include "core/rows.hpp"
#include "encounter/batch.hpp"
#include "encounter/rules.hpp"

namespace rapport {

/// The rows below `size` whose entry is not 0.
inline Rows rows_with(const Column<std::uint32_t>& column, std::size_t size) {
  return rows_with(column.data(), size);
}

/// Leaves in a column the entries of those rows alone, in their order.
void keep_rows(PackedColumn& column, const Rows& rows);

/// The draw that decides `purpose` for each of the rows: entry k belongs to the k-th of them.
Column<float> draw_for(const Batch& batch, const Rules& rules, const Rows& rows, Purpose purpose);

}  // namespace rapport
