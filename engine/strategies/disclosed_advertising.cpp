#include "strategies/disclosed_advertising.hpp"

#include <array>

#include "strategies/impressions.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { value = Impressions::settings };

constexpr auto settings = with_impressions(std::to_array<ParameterRow>({
    {"disclosed-advertising", "value", ValueKind::number, "1", 0.1, 0.1, 0, 1,
     "what the advert gives to a person whose interest it meets", "as a blast's: estimate (D)"},
}));

class DisclosedAdvertising final : public Strategy {
 public:
  explicit DisclosedAdvertising(const Campaign& campaign)
      : settings_(campaign.settings), impressions_(settings_) {}

  std::vector<Approach> approaches() const override {
    Approach advert;
    advert.channel = Channel::advert;
    advert.value = static_cast<float>(settings_[value]);
    advert.pitch = advert.pitch_in_market = 1;
    return {advert};
  }

  void plan(const Situation& now, Plan& plan) override {
    impressions_.buy(now, plan, 0, product_topic(now));
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
    create_strategy<DisclosedAdvertising>};

}  // namespace rapport
