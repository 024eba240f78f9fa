// When a design point has enough replicates.
#pragma once

#include <cstdint>
#include <string>

namespace rapport {

enum class StopKind : std::uint8_t {
  precision,    // every difference from the baseline is known well enough
  select_best,  // the best campaign is known with a stated probability
};

/// Judged at each design point by itself, after `min_replicates` and then after every `batch`.
struct StopRule {
  StopKind kind = StopKind::precision;
  std::string metric;  // name in the registry of measures; empty: no rule, all replicates are run
  double half_width = 0;           // precision: wanted half width of the 95 % interval, or 0
  double relative_half_width = 0;  // precision: the same as a share of the difference, or 0
  double indifference = 0;         // select-best: a smaller difference does not matter
  double probability = 0.95;       // select-best: of a right choice
  std::uint32_t min_replicates = 20;
  std::uint32_t max_replicates = 2'000;
  std::uint32_t batch = 20;

  bool is_set() const { return !metric.empty(); }
  friend bool operator==(const StopRule&, const StopRule&) = default;
};

}  // namespace rapport
