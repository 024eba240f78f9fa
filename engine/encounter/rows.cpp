#include "encounter/rows.hpp"

#include <array>
#include <utility>

#include "core/draw_columns.hpp"

namespace rapport {

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
