#include "strategies/mixed.hpp"

#include <numeric>

#include "strategies/strategy_parts.hpp"

namespace rapport {
namespace {

class Mixed final : public Strategy {
 public:
  explicit Mixed(const Campaign& campaign) : parts_(campaign) {
    for (const Campaign& part : campaign.parts) shares_.push_back(part.share);
  }

  std::vector<Approach> approaches() const override { return parts_.approaches(); }

  void plan(const Situation& now, Plan& plan) override {
    double shares_left = std::accumulate(shares_.begin(), shares_.end(), 0.0);
    for (std::size_t k = 0; k < parts_.size(); ++k) {
      // What earlier parts found no use for is divided among those that follow.
      const double of_rest = shares_[k] < shares_left ? shares_[k] / shares_left : 1;
      parts_.plan(k, now, plan, shares_[k] > 0 ? of_rest * plan.seconds_left() : 0);
      shares_left -= shares_[k];
    }
  }

  void learn(Day day, const Answers& answers) override { parts_.learn(day, answers); }

  double inmails_a_month(Day day, const Parameters& parameters) const override {
    return parts_.inmails_a_month(day, parameters);
  }

  bool finished(Day day) const override { return parts_.finished(day); }

 private:
  StrategyParts parts_;
  std::vector<double> shares_;
};

}  // namespace

const StrategyRow mixed_row = {
    "mixed",
    "several strategies at once: shares = {spam-blast = 0.2, thoughtful-engagement = 0.8} of the "
    "hours, which sum to 1; a part's settings stand under its name",
    {},
    {},
    create_strategy<Mixed>,
    PartsKind::shares};

}  // namespace rapport
