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

/// Who is ahead at how many points, and where that changes.
std::string sweep_sentence(const Design& design, const std::vector<PointFindings>& points,
                           const std::vector<WinnerChange>& changes);

}  // namespace rapport
