#include "input/sweep_points.hpp"

#include "input/row_value.hpp"
#include "parameters/scenario_rows.hpp"

namespace rapport {

std::uint64_t point_count(SweepMethod method, const std::vector<SweepAxis>& axes) {
  if (axes.empty()) return 1;
  if (method != SweepMethod::grid) return axes.front().values.size();
  std::uint64_t count = 1;
  for (const auto& axis : axes) {
    // Stops growing before it could overflow: an axis has far fewer than 2^32 values.
    if (count <= most_points) count *= axis.values.size();
  }
  return count;
}

std::vector<std::size_t> point_positions(SweepMethod method, const std::vector<SweepAxis>& axes,
                                         std::uint64_t point) {
  std::vector<std::size_t> positions(axes.size(), static_cast<std::size_t>(point));
  if (method != SweepMethod::grid) return positions;
  for (std::size_t axis = axes.size(); axis-- > 0;) {
    positions[axis] = static_cast<std::size_t>(point % axes[axis].values.size());
    point /= axes[axis].values.size();
  }
  return positions;
}

std::string sweep_method_name(SweepMethod method) {
  for (const ScenarioRow& row : scenario_rows()) {
    if (row.row.group == "sweep" && row.row.name == "method") {
      return std::string(split_choices(row.row.choices).at(static_cast<std::size_t>(method)));
    }
  }
  return {};
}

}  // namespace rapport
