// The answer in one sentence: which works better, by how much, how sure.
#pragma once

#include "analysis/findings/comparison.hpp"
#include "analysis/findings/ranking.hpp"

namespace rapport {

/// Judged by the result family; `results` are the columns of its headline measures, in their order.
Headline headline(const Design& design, const FamilyRanking& activity, const FamilyRanking& result,
                  const std::vector<HeadlineColumns>& results, Inference& inference);

}  // namespace rapport
