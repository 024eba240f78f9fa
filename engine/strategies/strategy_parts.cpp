#include "strategies/strategy_parts.hpp"

#include <algorithm>
#include <numeric>

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

double StrategyParts::plan(std::size_t part, const Situation& now, Plan& plan, double seconds) {
  Plan own = plan.part(begins_[part], begins_[part + 1] - begins_[part], seconds);
  parts_[part]->plan(now, own);
  plan.take_over(own);
  return own.seconds_spent();
}

std::vector<double> StrategyParts::plan_by_shares(const Situation& now, Plan& plan,
                                                  std::span<const double> shares) {
  std::vector<double> worked;
  double shares_left = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (std::size_t k = 0; k < parts_.size(); ++k) {
    const double of_rest = shares[k] < shares_left ? shares[k] / shares_left : 1;
    const double seconds = shares[k] > 0 ? of_rest * plan.seconds_left() : 0;
    worked.push_back(this->plan(k, now, plan, seconds));
    shares_left -= shares[k];
  }
  return worked;
}

void StrategyParts::learn(Day day, const Answers& answers) {
  for (const auto& part : parts_) part->learn(day, answers);
}

Moved StrategyParts::moved(std::size_t part, const Answers& answers) const {
  Moved sum;
  for (std::size_t k = begins_[part]; k < begins_[part + 1]; ++k) sum += answers.moved[k];
  return sum;
}

double StrategyParts::inmails_a_month(Day day, const Parameters& parameters) const {
  double largest = 0;
  for (const auto& part : parts_) {
    largest = std::max(largest, part->inmails_a_month(day, parameters));
  }
  return largest;
}

bool StrategyParts::finished(Day day) const {
  return std::all_of(parts_.begin(), parts_.end(),
                     [day](const auto& part) { return part->finished(day); });
}

}  // namespace rapport
