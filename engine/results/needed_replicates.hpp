// How many replicates a stopping rule wants, campaign by campaign at each design point.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "results/design.hpp"
#include "results/result_reader.hpp"

namespace rapport {

struct NeededReplicates {
  std::uint32_t point = 0;
  std::uint32_t campaign = 0;
  std::uint32_t replicates = 0;
};

/// The same for a look-up. Without any rows every replicate of the design is needed.
class NeededTable {
 public:
  NeededTable(std::span<const NeededReplicates> rows, const Design& design);

  /// Nothing where it was not decided: the point belongs to another shard, or is not finished.
  std::optional<std::uint32_t> at(std::uint32_t point, std::uint32_t campaign) const;
  /// What a run is that left nothing.
  RunStatus absent(RunKey run) const;
  /// The most that any campaign needs; at least 1.
  std::uint32_t most() const { return most_; }

 private:
  static constexpr std::uint32_t unknown = 0xffffffff;
  std::size_t campaigns_;
  std::uint32_t most_ = 1;
  std::vector<std::uint32_t> table_;  // [point][campaign]
};

/// The rows behind the statuses of a finished file, [point][campaign][replicate].
std::vector<NeededReplicates> needed_in(std::span<const RunStatus> status, const Design& design);

}  // namespace rapport
