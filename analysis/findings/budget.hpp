// Whether the campaigns spent alike, and what each hour and each unit of money brought when not.
#pragma once

#include <vector>

#include "analysis/findings/ranking.hpp"

namespace rapport {

/// `spent` are the columns of hours_spent or money_spent. Campaigns that spend nothing (controls)
/// do not make budgets unequal and have no value per unit.
BudgetFinding budget_finding(Measure budget, const CampaignColumns& spent,
                             const std::vector<HeadlineColumns>& headlines, std::size_t baseline,
                             Inference& inference);

}  // namespace rapport
