// Differences between campaigns with intervals that hold together, and what they allow to say.
#pragma once

#include <span>
#include <vector>

#include "analysis/findings/comparison.hpp"
#include "analysis/findings/inference.hpp"

namespace rapport {

/// Replicates of each campaign, NaN where missing; all of equal length.
using CampaignColumns = std::vector<std::span<const double>>;

/// Two columns by their positions: the first minus the second.
struct ColumnPair {
  std::size_t first = 0;
  std::size_t second = 0;
};

/// Differences of the pairs, whose intervals hold together.
std::vector<Difference> column_differences(Better better, const CampaignColumns& columns,
                                           const std::vector<ColumnPair>& pairs,
                                           Inference& inference);

/// Means of all campaigns and differences from the baseline.
MeasureFinding measure_finding(Measure measure, const CampaignColumns& columns,
                               std::size_t baseline, Inference& inference);

/// Differences of all pairs of campaigns, first < second.
std::vector<PairFinding> pair_findings(Measure measure, const CampaignColumns& columns,
                                       Inference& inference);

}  // namespace rapport
