#include <algorithm>
#include <utility>

#include "input/design_luck.hpp"
#include "input/unit_design.hpp"

namespace rapport {
namespace {

/// The axes of one trajectory in the order in which they move.
std::vector<std::uint32_t> order_of(const DesignLuck& luck, std::uint32_t axes,
                                    std::uint32_t trajectory) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> drawn;
  for (std::uint32_t axis = 0; axis < axes; ++axis) {
    drawn.emplace_back(luck.word(DesignPurpose::axis_order, axis, trajectory), axis);
  }
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::uint32_t> order;
  for (const auto& [word, axis] : drawn) order.push_back(axis);
  return order;
}

}  // namespace

UnitDesign morris_design(const UnitDesignRequest& request) {
  const DesignLuck luck(request.seed);
  const std::uint32_t half = request.levels / 2;
  const auto node = [&](std::uint32_t level) {
    return static_cast<double>(level) / (request.levels - 1);
  };
  UnitDesign design(request.axes);
  for (std::uint32_t trajectory = 0; trajectory < request.size; ++trajectory) {
    std::vector<std::uint32_t> low(request.axes);
    std::vector<bool> is_high(request.axes);
    for (std::uint32_t axis = 0; axis < request.axes; ++axis) {
      low[axis] = luck.word(DesignPurpose::start, axis, trajectory) % half;
      is_high[axis] = luck.word(DesignPurpose::direction, axis, trajectory) % 2 == 1;
    }
    const auto put = [&] {
      for (std::uint32_t axis = 0; axis < request.axes; ++axis) {
        design[axis].push_back(node(low[axis] + (is_high[axis] ? half : 0)));
      }
    };
    put();
    for (const std::uint32_t axis : order_of(luck, request.axes, trajectory)) {
      is_high[axis] = !is_high[axis];
      put();
    }
  }
  return design;
}

}  // namespace rapport
