// How many replicates of each campaign are wanted at each design point, so far.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "results/design.hpp"
#include "results/journal.hpp"
#include "statistics/simultaneous.hpp"

namespace rapport {

/// What is known of a run that is over, for whoever decides what is run next.
struct RunNews {
  RunKey key;
  bool failed = false;
  /// Of the stopping rule's measure; NaN when it failed, and without a rule.
  double value = std::numeric_limits<double>::quiet_NaN();
};
RunNews news_of(const RunRecord& run, const StopRule& rule);

/// Without a stopping rule all replicates of the design. With one, a first batch; then, whenever
/// all that is wanted at a point is there, `advance` judges it and perhaps asks for more. What is
/// decided depends on the values of the wanted replicates alone, never on when they came.
class ReplicateTargets {
 public:
  /// Takes in what the journal holds already. The design must outlive it.
  ReplicateTargets(const Design& design, const Journal& journal);

  std::uint32_t wanted(std::uint32_t point, std::uint32_t campaign) const {
    return wanted_[point * campaigns_ + campaign];
  }
  /// The most that is wanted anywhere.
  std::uint32_t most() const { return most_; }
  /// Runs that are wanted of this shard.
  std::uint64_t runs() const;

  void note(const RunNews& run);
  /// Judges every point, whose wanted runs must all have been made; true when one wants more.
  bool advance();
  /// What was decided, for the journal; empty without a rule.
  std::vector<NeededReplicates> needed() const;

 private:
  bool advance_point(std::uint32_t point);

  const Design& design_;
  std::size_t campaigns_;
  std::vector<std::uint32_t> wanted_;        // [point][campaign]
  std::vector<std::vector<double>> values_;  // [point x campaign][replicate] of the rule's measure
  std::uint32_t most_;                       // of wanted_, which may be long
  std::optional<MaxT> max_t_;                // with a rule
};

}  // namespace rapport
