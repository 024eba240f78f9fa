// A comparison as JSON with stable names.
#pragma once

#include <nlohmann/json.hpp>

#include "analysis/findings/comparison.hpp"

namespace rapport {

/// Everything in the comparison. Campaigns, measures and verdicts stand by name, days count from 0
/// as in the result file, what is not known is null.
/// A difference with both its intervals, the verdict and the replicates that would tell.
nlohmann::ordered_json difference_json(const Difference& difference);

nlohmann::ordered_json compare_json(const Comparison& comparison);

}  // namespace rapport
