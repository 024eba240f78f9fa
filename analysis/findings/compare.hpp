// Compares the campaigns of a result.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/findings/comparison.hpp"
#include "analysis/findings/result_table.hpp"

namespace rapport {

struct CompareOptions {
  std::optional<std::size_t> baseline;  // index of a campaign; default: the design's
  /// Design point to look at closely; default: all, and closely only when there is just one.
  std::optional<std::uint32_t> point;
  /// Of several points: measures of which the findings are kept, point by point, beside headline,
  /// scores and ranks; default: all of them, which take 30 KB a point with two campaigns.
  std::optional<std::vector<Measure>> kept = {};
};

/// Everything `compare` and the report say. Baseline and point must exist (the caller checks what a
/// user typed). Random draws are addressed by the seed of the design: equal results, equal
/// findings.
Comparison compare(const ResultTable& table, const CompareOptions& options);

/// The same from an open result.
Comparison compare(const ResultReader& reader, const CompareOptions& options);

}  // namespace rapport
