// How much of an outcome's variance each parameter explains, alone and together with others.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "analysis/sensitivity/morris.hpp"

namespace rapport {

/// Number of blocks when the points are a design of Saltelli 2010, else nothing. A block holds A,
/// for each parameter A with that one taken from B, and B.
std::optional<std::size_t> saltelli_blocks(const DesignPoints& points);

/// Of one parameter; shares of the variance.
struct SobolIndex {
  double first = 0;  // S: explained by the parameter alone
  double total = 0;  // ST: by it alone and by what it does together with others
  std::optional<Interval> first_interval;  // 95 %, over the blocks
  std::optional<Interval> total_interval;
};

/// `outcomes` one a point of a design of Saltelli, all finite. First-order indices by Saltelli 2010
/// (Computer Physics Communications 181, table 2 b), total ones by Jansen 1999 (2 f). Without any
/// variance all are zero.
std::vector<SobolIndex> sobol_indices(std::size_t parameters, std::span<const double> outcomes,
                                      const SamplesOf& samples_of);

}  // namespace rapport
