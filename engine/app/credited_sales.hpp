// From the logs of runs to sales and the credit for them.
#pragma once

#include "analysis/findings/attribution.hpp"
#include "simulation/touch_log.hpp"

namespace rapport {

/// Credit by rule and channel for all purchases of one run. A path holds every message that the
/// buyer has read so far, also those before an earlier purchase.
using RunCredit = std::array<std::array<double, channels>, attribution_rules.size()>;
RunCredit credit_of(const TouchLog& log);

/// Room for the replicates of a campaign.
CreditedSales no_sales_yet(const std::string& campaign, std::size_t replicates);

/// Enters a run.
void enter(CreditedSales& campaign, std::size_t replicate, double sales, const TouchLog& log);

}  // namespace rapport
