#include "strategies/disguised_advertising.hpp"

#include <array>

#include "strategies/impressions.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { value = Impressions::settings, credit, found_out };

constexpr auto settings = with_impressions(std::to_array<ParameterRow>({
    {"disguised-advertising", "value", ValueKind::number, "1", 0.4, 0.4, 0, 1,
     "how much it entertains, whoever reads it", "seed claim 131 (S), value (D)"},
    {"disguised-advertising", "credit", ValueKind::number, "1", 0.2, 0.2, 0, 1,
     "share of that value for which readers thank the sender, whom they do not see",
     "reach without relationship: seed claim 131 (S), value (D)"},
    {"disguised-advertising", "found_out", ValueKind::number, "probability", 0.05, 0.05, 0, 1,
     "chance that a reader finds out who is behind it", "seed claims 131, 133 (S), value (D)"},
}));

// Entertains rather than sells; who responds passes it on to the neighbours, as with a post.
class DisguisedAdvertising final : public Strategy {
 public:
  explicit DisguisedAdvertising(const Campaign& campaign)
      : settings_(campaign.settings), impressions_(settings_) {}

  std::vector<Approach> approaches() const override {
    Approach advert;
    advert.channel = Channel::disguised_advert;
    advert.value = static_cast<float>(settings_[value]);
    advert.credit = static_cast<float>(settings_[credit]);
    advert.deceit = static_cast<float>(settings_[found_out]);
    return {advert};
  }

  void plan(const Situation& now, Plan& plan) override {
    impressions_.buy(now, plan, 0, any_topic);
  }

  bool finished(Day) const override { return impressions_.none(); }

 private:
  std::vector<double> settings_;
  Impressions impressions_;
};

}  // namespace

const StrategyRow disguised_advertising_row = {
    "disguised-advertising",
    "bought impressions that look like somebody's post, until a reader finds out",
    settings,
    {},
    create_strategy<DisguisedAdvertising>};

}  // namespace rapport
