// Elementary effects: what moving one parameter at a time does (Morris 1991; Campolongo 2007).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis/sensitivity/samples_of.hpp"

namespace rapport {

/// Values of the swept parameters, [point][parameter].
using DesignPoints = std::vector<std::vector<double>>;

/// One step of a trajectory: only `parameter` moves, and `upward` when its value grows.
struct MorrisMove {
  std::size_t from = 0, to = 0;  // points
  bool upward = true;
};

/// Trajectories that move every parameter once.
struct MorrisDesign {
  std::size_t trajectories = 0;
  std::vector<std::vector<MorrisMove>> moves;  // [parameter][trajectory]
};

/// Nothing when the points are no such design: blocks of one point more than there are parameters,
/// in which each point differs from the one before in one parameter, and in every one once.
std::optional<MorrisDesign> morris_design_of(const DesignPoints& points);

/// Of one parameter. An effect is the change of the outcome by one upward move, in its unit; moves
/// of one parameter are all of one length, half its range or a little more, but for rounding to
/// whole numbers.
struct MorrisIndex {
  double mean = 0;      // mu: of the effects
  double strength = 0;  // mu*: mean of the absolute effects
  double spread = 0;    // sigma: their standard deviation; 0 for a plain sum of effects
  std::optional<Interval> interval;  // of the strength, 95 %
};

/// `outcomes` one a point, all finite; one index for each parameter.
std::vector<MorrisIndex> morris_indices(const MorrisDesign& design,
                                        std::span<const double> outcomes,
                                        const SamplesOf& samples_of);

}  // namespace rapport
