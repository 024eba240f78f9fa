#include "analysis/findings/attribution_rules.hpp"

#include <set>

namespace rapport {

std::string_view word(AttributionRule rule) {
  switch (rule) {
    case AttributionRule::first_touch:
      return "first touch";
    case AttributionRule::last_touch:
      return "last touch";
    case AttributionRule::linear:
      return "linear";
    case AttributionRule::shapley:
      break;
  }
  return "Shapley";
}

void credit_purchase(AttributionRule rule, std::span<const std::uint8_t> path,
                     std::span<double> credit) {
  if (path.empty()) return;
  switch (rule) {
    case AttributionRule::first_touch:
      credit[path.front()] += 1;
      return;
    case AttributionRule::last_touch:
      credit[path.back()] += 1;
      return;
    case AttributionRule::linear:
      for (const std::uint8_t channel : path) {
        credit[channel] += 1 / static_cast<double>(path.size());
      }
      return;
    case AttributionRule::shapley:
      break;
  }
  const std::set<std::uint8_t> distinct(path.begin(), path.end());
  for (const std::uint8_t channel : distinct) {
    credit[channel] += 1 / static_cast<double>(distinct.size());
  }
}

}  // namespace rapport
