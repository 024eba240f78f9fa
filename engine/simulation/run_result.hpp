// What one run (campaign x replicate at one design point) leaves behind.
#pragma once

#include <cstdint>
#include <vector>

#include "core/ids.hpp"
#include "measures/measures.hpp"

namespace rapport {

/// Pictures of one run, taken for replicate 0 only.
struct Snapshots {
  static constexpr std::size_t bins = 20;          // equal bins of [0, 1]
  std::vector<Day> days;                           // ends of these days
  std::vector<std::uint32_t> trust_histogram;      // [day][bin], people
  std::vector<std::uint32_t> annoyance_histogram;  // [day][bin], people
  std::vector<float> trust;                        // [day][sampled person]
  std::vector<float> annoyance;                    // [day][sampled person]
  std::vector<std::uint8_t> stage;                 // [day][sampled person], Stage
};

struct RunResult {
  /// Commutative sum of event hashes and of the measures: equal bits, equal digest.
  std::uint64_t digest = 0;
  MeasureValues final{};           // flows summed, stocks at the end
  std::vector<float> daily;        // [measure][day]; empty when not asked for
  Snapshots snapshots;             // empty but for replicate 0
  std::vector<float> final_trust;  // per person; empty when not asked for
  std::vector<float> final_annoyance;
  std::uint64_t encounters = 0;  // for progress and benchmarks
};

}  // namespace rapport
