#include "strategies/disclosed_advertising.hpp"

#include <array>

#include "strategies/impressions.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { money_per_day, price_per_thousand, work_seconds, value };

constexpr auto settings = std::to_array<ParameterRow>({
    {"disclosed-advertising", "money_per_day", ValueKind::number, "money/day", 20, 20, 0, 1e9,
     "what is spent on impressions in a day, beside the hours", "estimate (D)"},
    {"disclosed-advertising", "price_per_thousand", ValueKind::number, "money", 30, 30, 0.001, 1e6,
     "price of a thousand impressions", "about 30 on a network for business: vendors (C)"},
    {"disclosed-advertising", "work_seconds", ValueKind::number, "seconds", 600, 600, 0, 86400,
     "work for looking after the advert on a day", "estimate (D)"},
    {"disclosed-advertising", "value", ValueKind::number, "1", 0.1, 0.1, 0, 1,
     "what the advert gives to a person whose interest it meets", "as a blast's: estimate (D)"},
});

class DisclosedAdvertising final : public Strategy {
 public:
  explicit DisclosedAdvertising(const Campaign& campaign)
      : settings_(campaign.settings),
        impressions_(settings_[money_per_day], settings_[price_per_thousand]) {}

  std::vector<Approach> approaches() const override {
    Approach advert;
    advert.channel = Channel::advert;
    advert.value = static_cast<float>(settings_[value]);
    advert.pitch = advert.pitch_in_market = 1;
    return {advert};
  }

  void plan(const Situation& now, Plan& plan) override {
    plan.work(settings_[work_seconds]);
    impressions_.buy(now, plan, 0,
                     static_cast<std::uint8_t>(now.rules.parameters.market.product_topic));
  }

  bool finished(Day) const override { return impressions_.none(); }

 private:
  std::vector<double> settings_;
  Impressions impressions_;
};

}  // namespace

const StrategyRow disclosed_advertising_row = {
    "disclosed-advertising",
    "adverts that say what they are, bought by the thousand with money beside the hours",
    settings,
    {},
    [](const Campaign& campaign) -> std::unique_ptr<Strategy> {
      return std::make_unique<DisclosedAdvertising>(campaign);
    }};

}  // namespace rapport
