// How many replicates of each campaign are wanted at each design point, so far.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "results/design.hpp"
#include "results/journal.hpp"

namespace rapport {

/// Without a stopping rule all replicates of the design. With one, a first batch; then, whenever
/// all that is wanted at a point is there, `advance` judges it and perhaps asks for more. What is
/// decided depends on the values of the wanted replicates alone, never on when they came.
class ReplicateTargets {
 public:
  /// Takes in what the journal holds already.
  ReplicateTargets(const Design& design, const Journal& journal);

  std::uint32_t wanted(std::uint32_t point, std::uint32_t campaign) const {
    return wanted_[point * campaigns_ + campaign];
  }
  /// The most that is wanted anywhere.
  std::uint32_t most() const;
  /// Runs that are wanted of this shard.
  std::uint64_t runs() const;

  void note(const RunRecord& run);
  /// Judges every point, whose wanted runs must all have been made; true when one wants more.
  bool advance();
  /// What was decided, for the journal; empty without a rule.
  std::vector<NeededReplicates> needed() const;

 private:
  void note_value(RunKey run, std::span<const double> final);
  bool advance_point(std::uint32_t point);

  const Design& design_;
  std::size_t campaigns_;
  std::vector<std::uint32_t> wanted_;        // [point][campaign]
  std::vector<std::vector<double>> values_;  // [point x campaign][replicate] of the rule's measure
};

}  // namespace rapport
