#include "strategies/mixed.hpp"

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
    parts_.plan_by_shares(now, plan, shares_);
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
