#include "input/unit_design.hpp"

namespace rapport {

UnitDesign saltelli_design(const UnitDesignRequest& request) {
  UnitDesignRequest halves = request;
  halves.axes = 2 * request.axes;
  const UnitDesign base = sobol_design(halves);
  UnitDesign design(request.axes);
  for (std::uint32_t point = 0; point < request.size; ++point) {
    const auto put = [&](auto&& is_from_b) {
      for (std::uint32_t axis = 0; axis < request.axes; ++axis) {
        design[axis].push_back(base[is_from_b(axis) ? request.axes + axis : axis][point]);
      }
    };
    put([](std::uint32_t) { return false; });
    for (std::uint32_t moved = 0; moved < request.axes; ++moved) {
      put([&](std::uint32_t axis) { return axis == moved; });
    }
    put([](std::uint32_t) { return true; });
  }
  return design;
}

}  // namespace rapport
