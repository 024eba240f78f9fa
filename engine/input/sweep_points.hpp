// The design points that the axes of a sweep make.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "parameters/scenario.hpp"

namespace rapport {

/// More points than this are refused: their list alone would not fit beside the results.
inline constexpr std::uint64_t most_points = 1'000'000;

/// Number of points: 1 without a sweep; beyond most_points it may be any larger number.
std::uint64_t point_count(SweepMethod method, const std::vector<SweepAxis>& axes);

/// The method as a scenario names it.
std::string sweep_method_name(SweepMethod method);

/// One position on each axis for point `point`; on a grid the last axis runs fastest.
std::vector<std::size_t> point_positions(SweepMethod method, const std::vector<SweepAxis>& axes,
                                         std::uint64_t point);

}  // namespace rapport
