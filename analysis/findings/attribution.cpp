#include "analysis/findings/attribution.hpp"

#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "analysis/findings/wording.hpp"

namespace rapport {
namespace {

ClaimVerdict verdict_of(const PairedDifference& excess) {
  if (excess.identical()) return ClaimVerdict::right;
  const auto& interval = excess.difference.interval;
  if (!interval || interval->contains(0)) return ClaimVerdict::cannot_tell;
  return interval->lower > 0 ? ClaimVerdict::too_much : ClaimVerdict::too_little;
}

/// Credit of all channels together, by replicate.
std::vector<double> total_of(const std::vector<std::vector<double>>& channels,
                             std::size_t replicates) {
  std::vector<double> total(replicates, 0.0);
  for (const auto& channel : channels) {
    for (std::size_t r = 0; r < replicates; ++r) total[r] += channel[r];
  }
  return total;
}

std::vector<ChannelClaims> channels_of(const CreditedSales& campaign, std::size_t channels) {
  std::vector<ChannelClaims> found;
  for (std::size_t channel = 0; channel < channels; ++channel) {
    ChannelClaims claims{channel, {}};
    bool credited = false;
    for (std::size_t rule = 0; rule < attribution_rules.size(); ++rule) {
      claims.by_rule[rule] = describe(campaign.credit[rule][channel]);
      credited = credited || claims.by_rule[rule].mean > 0;
    }
    if (credited) found.push_back(std::move(claims));
  }
  return found;
}

AttributionTable table_of(const CreditedSales& campaign, const CreditedStudy& study) {
  AttributionTable table;
  table.campaign = campaign.campaign;
  table.sales = describe(campaign.sales);
  table.incremental = compare_pairs(campaign.sales, campaign.control_sales);
  // Whole numbers, by a rule that divides nothing.
  const auto claimed = total_of(campaign.credit.front(), campaign.sales.size());
  table.claimed = describe(claimed);
  table.excess = compare_pairs(claimed, paired_differences(campaign.sales, campaign.control_sales));
  table.verdict = verdict_of(table.excess);
  table.channels = channels_of(campaign, study.channels.size());
  return table;
}

}  // namespace

Attribution attribution(CreditedStudy study) {
  Attribution found;
  for (const CreditedSales& campaign : study.campaigns) {
    found.tables.push_back(table_of(campaign, study));
  }
  found.study = std::move(study);
  return found;
}

std::string_view word(ClaimVerdict verdict) {
  switch (verdict) {
    case ClaimVerdict::too_much:
      return "too much";
    case ClaimVerdict::too_little:
      return "too little";
    case ClaimVerdict::right:
      return "what is right";
    case ClaimVerdict::cannot_tell:
      break;
  }
  return "cannot tell";
}

std::string attribution_sentence(const AttributionTable& table) {
  const double added = table.incremental.difference.mean;
  const double anyway = table.sales.mean - added;
  std::string text = fmt::format(
      "Without {} there would be {} sales, with it there are {}: it {} {}; attribution claims {}",
      table.campaign, human_number(anyway), human_number(table.sales.mean),
      added < 0 ? "costs" : "adds", human_number(std::abs(added)),
      human_number(table.claimed.mean));
  switch (table.verdict) {
    case ClaimVerdict::too_much:
      return text + ": too much, for it also counts people who would have bought anyway.";
    case ClaimVerdict::too_little:
      return text + ": too little, for it does not see people who bought without a message.";
    case ClaimVerdict::right:
      return text + ": just that.";
    case ClaimVerdict::cannot_tell:
      break;
  }
  return text + "; whether that is too much cannot be told.";
}

}  // namespace rapport
