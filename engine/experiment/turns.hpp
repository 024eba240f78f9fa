// What is to be run of a study and in which order, round after round.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "experiment/missing_runs.hpp"

namespace rapport {

/// Without a stopping rule there is one round. With one, each round has all that the rule wants so
/// far, and what comes next is decided when all of it is over. `next` and `note` may be called at
/// the same time.
class Turns {
 public:
  /// The journal must outlive it.
  explicit Turns(const Journal& journal);

  /// Runs of all rounds so far.
  std::uint64_t runs() const { return targets_.runs(); }
  /// Those of this round that were not begun.
  std::uint64_t missing() const { return missing_.count(targets_); }
  /// The next item of the round; nothing at its end.
  std::optional<Item> next() { return missing_.next(targets_); }
  /// To be told of every run.
  void note(const RunNews& run) { targets_.note(run); }
  /// Goes on to the next round, when every run of this one is over; false when there is none.
  bool advance();
  /// What a stopping rule has decided, for the journal; empty without one.
  std::vector<NeededReplicates> needed() const { return targets_.needed(); }

 private:
  ReplicateTargets targets_;
  MissingRuns missing_;
};

}  // namespace rapport
