// What is still to be run of a study, in order.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "experiment/replicate_targets.hpp"

namespace rapport {

/// The campaigns of one replicate at one point that are still to be run; they share its people.
struct Item {
  std::uint32_t replicate = 0;
  std::uint32_t point = 0;
  std::vector<std::uint32_t> campaigns;
};

/// Remembers one bit for each run, so that a long list never stands in memory.
class MissingRuns {
 public:
  /// All runs that the journal does not hold as done; failed ones are to be tried again.
  explicit MissingRuns(const Journal& journal);

  /// Wanted runs of this shard that were not begun yet.
  std::uint64_t count(const ReplicateTargets& targets) const;

  /// Goes back to the first item.
  void rewind() { turn_ = 0; }
  /// The next item with something to do, replicates outermost so that what is there is always
  /// balanced; nothing at the end. Its runs are begun: they do not come again, even if they fail.
  std::optional<Item> next(const ReplicateTargets& targets);

 private:
  std::vector<std::uint32_t> missing_campaigns(std::uint32_t point, std::uint32_t replicate,
                                               const ReplicateTargets& targets) const;

  const Design& design_;
  std::vector<bool> begun_;  // [point][campaign][replicate]
  std::uint64_t turn_ = 0;   // replicate x points + point
};

}  // namespace rapport
