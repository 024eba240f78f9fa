#include "strategies/strategy_parts.hpp"

#include "strategies/registry.hpp"

namespace rapport {

StrategyParts::StrategyParts(const Campaign& campaign) : begins_{0} {
  for (const Campaign& part : campaign.parts) {
    parts_.push_back(find_strategy(part.strategy)->create(part));
    begins_.push_back(begins_.back() + parts_.back()->approaches().size());
  }
}

std::vector<Approach> StrategyParts::approaches() const {
  std::vector<Approach> all;
  for (const auto& part : parts_) {
    const std::vector<Approach> own = part->approaches();
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

void StrategyParts::plan(std::size_t part, const Situation& now, Plan& plan, double seconds) {
  Plan own = plan.part(begins_[part], begins_[part + 1] - begins_[part], seconds);
  parts_[part]->plan(now, own);
  plan.take_over(own);
}

}  // namespace rapport
