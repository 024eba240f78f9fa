#include "app/credited_sales.hpp"

#include <unordered_map>

namespace rapport {

RunCredit credit_of(const TouchLog& log) {
  // Only the paths of people who buy at all are of interest, and they are few.
  std::unordered_map<std::uint32_t, std::vector<std::uint8_t>> paths;
  for (const TouchLog::Event& event : log.events) {
    if (event.purchase) paths[event.person];
  }
  RunCredit credit{};
  for (const TouchLog::Event& event : log.events) {
    const auto path = paths.find(event.person);
    if (path == paths.end()) continue;
    if (!event.purchase) {
      path->second.push_back(static_cast<std::uint8_t>(event.channel));
      continue;
    }
    for (std::size_t rule = 0; rule < attribution_rules.size(); ++rule) {
      credit_purchase(attribution_rules[rule], path->second, credit[rule]);
    }
  }
  return credit;
}

CreditedSales no_sales_yet(const std::string& campaign, std::size_t replicates) {
  CreditedSales result;
  result.campaign = campaign;
  result.sales.resize(replicates);
  result.control_sales.resize(replicates);
  const std::vector<std::vector<double>> nothing(channels, std::vector<double>(replicates));
  for (auto& rule : result.credit) rule = nothing;
  return result;
}

void enter(CreditedSales& campaign, std::size_t replicate, double sales, const TouchLog& log) {
  campaign.sales[replicate] = sales;
  const RunCredit credit = credit_of(log);
  for (std::size_t rule = 0; rule < credit.size(); ++rule) {
    for (std::size_t channel = 0; channel < channels; ++channel) {
      campaign.credit[rule][channel][replicate] = credit[rule][channel];
    }
  }
}

}  // namespace rapport
