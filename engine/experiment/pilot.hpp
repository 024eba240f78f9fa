// A few runs of a study, made to tell how long all of them will take and how much they differ.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "experiment/study.hpp"

namespace rapport {

struct Pilot {
  std::uint64_t runs = 0;
  std::uint32_t replicates = 0;  // that were tried at every one of the points looked at
  std::uint32_t people = 0;      // of the first network, which of a file is known only now
  /// Bytes that this process had once the networks were built, and those of runs on all threads.
  double memory = 0;
  /// Of one thread, the mean over campaigns and points, with drawing people and networks of their
  /// own for replicates.
  double seconds_per_run = 0;
  /// To bring a run into the journal and from there into the result, one after the other.
  double seconds_to_write_run = 0;
  double seconds_before = 0;  // to build the networks of all points, before the first run
  /// The replicates that the wanted intervals, holding for all campaigns at once, would take at the
  /// worst of the points looked at; nothing when no difference varies, or with too few replicates.
  std::optional<std::uint64_t> replicates_needed;
};

/// Fewer replicates than these say nothing about how much they differ.
inline constexpr std::uint32_t fewest_replicates_to_tell = 4;

/// How well a difference from the baseline is to be known.
struct WantedInterval {
  std::size_t measure = 0;  // position in the registry
  double half_width = 0;    // or 0
  double relative_half_width = 0;
};

/// What the study's stopping rule wants, or a tenth of the difference in relationship equity.
WantedInterval wanted_interval(const Design& design);

/// Runs first replicates, even more than are asked for, at the first, the middle and the last
/// point, in this process, until about `seconds` have passed; at least one replicate of each.
/// Networks of these points are built. What writing takes is tried with a small result in the
/// folder for temporary files, which is removed. Throws Failure, also when a run fails.
Pilot run_pilot(Study study, const NetworkBuilding& building, double seconds);

}  // namespace rapport
