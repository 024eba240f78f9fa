// Where along a parameter two campaigns tie.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/sensitivity/samples_of.hpp"
#include "statistics/interval.hpp"

namespace rapport {

struct BreakEven {
  double at = 0;  // value of the parameter at which the mean difference is zero
  /// 95 % over bootstrap samples of the replicates; none when fewer than 95 % of them tie at all.
  std::optional<Interval> band;
  double share = 0;  // of the samples, that tie somewhere
};

/// Where the mean of `differences`, [value][replicate], changes its sign, linear between
/// neighbouring values. `values` ascending, as many as rows; replicates are the same luck in every
/// row, and those that are NaN in one row are left out of all.
std::vector<BreakEven> break_evens(std::span<const double> values,
                                   const std::vector<std::vector<double>>& differences,
                                   const SamplesOf& samples_of);

}  // namespace rapport
