#include "strategies/bought_audience.hpp"

#include <algorithm>
#include <array>

#include "strategies/strategy.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { accounts, accounts_per_day, price_per_thousand };

constexpr auto settings = std::to_array<ParameterRow>({
    {"bought-audience", "accounts", ValueKind::integer, "accounts", 5000, 5000, 0, 1e8,
     "false accounts that are bought in all", "estimate (D)"},
    {"bought-audience", "accounts_per_day", ValueKind::integer, "accounts/day", 500, 500, 1, 1e8,
     "most that are bought in a day", "estimate (D)"},
    {"bought-audience", "price_per_thousand", ValueKind::number, "money", 20, 20, 0, 1e6,
     "price of a thousand of them", "vendors (C), value (D)"},
});

class BoughtAudience final : public Strategy {
 public:
  explicit BoughtAudience(const Campaign& campaign) : settings_(campaign.settings) {}

  void plan(const Situation&, Plan& plan) override {
    const double count = std::min(settings_[accounts_per_day], settings_[accounts] - bought_);
    bought_ += count;
    plan.buy_false_followers(static_cast<std::uint32_t>(count));
    plan.pay(count * settings_[price_per_thousand] / 1000);
  }

  bool finished(Day) const override { return bought_ >= settings_[accounts]; }

 private:
  std::vector<double> settings_;
  double bought_ = 0;
};

}  // namespace

const StrategyRow bought_audience_row = {
    "bought-audience",
    "false accounts that follow the sender for money, and do nothing else",
    settings,
    {},
    create_strategy<BoughtAudience>};

}  // namespace rapport
