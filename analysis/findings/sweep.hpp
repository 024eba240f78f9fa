// Where in a sweep the winner changes.
#pragma once

#include <string>
#include <vector>

#include "analysis/findings/comparison.hpp"

namespace rapport {

/// Pairs of neighbours along one parameter, all others equal, both with a winner but not the same
/// one. Points without a clear winner in between are passed over, so the border lies somewhere in
/// the gap.
std::vector<WinnerChange> winner_changes(const Design& design,
                                         const std::vector<PointFindings>& points);

/// Whether values were drawn from ranges: hardly two points then differ in one parameter only, and
/// those that do are too few to say where the winner changes.
bool is_sampled(const Design& design);

/// Who is ahead in how many combinations of the swept values, and where that changes; the changes
/// are left out when the values were sampled.
std::string sweep_sentence(const Design& design, const std::vector<PointFindings>& points,
                           const std::vector<WinnerChange>& changes);

}  // namespace rapport
