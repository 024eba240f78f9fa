// Hands out the items of a study, one by one, to all ranks: whoever is free takes the next.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "experiment/missing_runs.hpp"

namespace rapport::mpi {

/// What a rank did, told to rank 0 at its end.
struct RankReport {
  std::uint64_t done = 0;
  std::uint64_t failed = 0;
  std::uint64_t encounters = 0;
  std::uint64_t finished = 1;  // 0: stopped before there was nothing left
};

/// Lives on rank 0: the items that are still to be begun, and the conversation with the others.
class TurnKeeper {
 public:
  explicit TurnKeeper(const Journal& journal);

  /// The next item, for the threads of rank 0 itself.
  std::optional<Item> next();
  /// Answers the other ranks until each has reported; gives the sum of the reports. For one thread,
  /// the only one of the process that uses MPI meanwhile.
  RankReport serve(int ranks);

 private:
  std::mutex mutex_;
  ReplicateTargets targets_;
  MissingRuns missing_;
};

/// On another rank: asks rank 0 for the next item.
std::optional<Item> ask_for_item();

/// On another rank: tells rank 0 that it is over.
void report_end(const RankReport& report);

}  // namespace rapport::mpi
