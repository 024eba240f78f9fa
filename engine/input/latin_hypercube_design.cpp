#include <algorithm>
#include <numeric>
#include <utility>

#include "input/design_luck.hpp"
#include "input/unit_design.hpp"

namespace rapport {
namespace {

/// The strata 0 to size - 1 in random order.
std::vector<std::uint32_t> strata(const DesignLuck& luck, std::uint32_t axis, std::uint32_t size) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> drawn;
  for (std::uint32_t k = 0; k < size; ++k) {
    drawn.emplace_back(luck.word(DesignPurpose::stratum_order, axis, k), k);
  }
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::uint32_t> order;
  for (const auto& [word, stratum] : drawn) order.push_back(stratum);
  return order;
}

}  // namespace

UnitDesign latin_hypercube_design(const UnitDesignRequest& request) {
  const DesignLuck luck(request.seed);
  UnitDesign design(request.axes);
  for (std::uint32_t axis = 0; axis < request.axes; ++axis) {
    const auto order = strata(luck, axis, request.size);
    for (std::uint32_t point = 0; point < request.size; ++point) {
      const double place = luck.uniform(DesignPurpose::stratum_place, axis, point);
      design[axis].push_back((order[point] + place) / request.size);
    }
  }
  return design;
}

}  // namespace rapport
