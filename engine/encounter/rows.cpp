#include "encounter/rows.hpp"

#include "core/draw_columns.hpp"

namespace rapport {

Column<float> draw_for(const Batch& batch, const Rules& rules, const Rows& rows, Purpose purpose) {
  Column<std::uint32_t> person, day, sequence;
  for (std::size_t k = 0; k < rows.count; ++k) {
    person[k] = batch.target[rows.row[k]];
    sequence[k] = batch.sequence[rows.row[k]];
  }
  day.head(static_cast<Eigen::Index>(rows.count))
      .setConstant(static_cast<std::uint32_t>(rules.day));
  std::array<Column<float>, 4> lanes;
  draw_columns(rules.draws, {person.data(), day.data(), sequence.data()}, purpose, rows.count,
               {lanes[0].data(), lanes[1].data(), lanes[2].data(), lanes[3].data()});
  return lanes[static_cast<std::uint32_t>(purpose) % 4];
}

}  // namespace rapport
