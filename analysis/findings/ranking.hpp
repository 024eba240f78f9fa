// Ranks the campaigns by what the tool shows and by what it is for.
#pragma once

#include <vector>

#include "analysis/findings/differences.hpp"

namespace rapport {

/// Columns of one headline measure.
struct HeadlineColumns {
  Measure measure;
  CampaignColumns columns;
};

/// Ranks by every headline measure, and over them by comparisons won minus lost (Copeland's count;
/// a weighted sum was rejected, since it would need an exchange rate between trust and sales).
FamilyRanking rank_family(Family family, const std::vector<HeadlineColumns>& measures,
                          Inference& inference);

/// Pairs that activity and result order in opposite ways, ties aside.
std::vector<Disagreement> disagreements(const FamilyRanking& activity, const FamilyRanking& result);

}  // namespace rapport
