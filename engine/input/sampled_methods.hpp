// The table of sampled designs: what each method takes, how many points it makes, and from what.
#pragma once

#include <cstdint>
#include <string_view>

#include "input/unit_design.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

struct SampledMethod {
  SweepMethod method;
  std::string_view name;
  std::string_view size_means;  // what `size` counts
  bool powers_of_two;           // balanced only when `size` is one
  bool has_levels;
  std::uint64_t (*points)(std::uint64_t axes, std::uint64_t size);
  UnitDesign (*draw)(const UnitDesignRequest& request);
};

/// The row of a method that samples ranges; nullptr for grids and lists.
const SampledMethod* find_sampled(SweepMethod method);

}  // namespace rapport
