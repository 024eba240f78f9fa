#include "strategies/dormant_presence.hpp"

#include <algorithm>
#include <array>

#include "core/permutation.hpp"
#include "strategies/strategy.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { visitors_per_day, profile_value, fresh_days, disappointment };

constexpr auto settings = std::to_array<ParameterRow>({
    {"dormant-presence", "visitors_per_day", ValueKind::integer, "people/day", 1, 1, 0, 1000000,
     "people who come by the profile on a day", "estimate (D)"},
    {"dormant-presence", "profile_value", ValueKind::number, "1", 0.1, 0.1, 0, 1,
     "what a fresh profile gives to a visitor whom the product interests",
     "seed claim 120 (S), value (D)"},
    {"dormant-presence", "fresh_days", ValueKind::integer, "days", 30, 30, 0, 65000,
     "days after which the profile looks abandoned", "seed claims 88, 123 (S), value (D)"},
    {"dormant-presence", "disappointment", ValueKind::number, "1", 0.2, 0.2, 0, 1,
     "breach of confidence in finding a profile abandoned", "seed claims 88, 123 (S), value (D)"},
});

class DormantPresence final : public Strategy {
 public:
  explicit DormantPresence(const Campaign& campaign) : settings_(campaign.settings) {}

  std::vector<Approach> approaches() const override {
    Approach looks_alive;
    looks_alive.channel = Channel::experience;
    looks_alive.value = static_cast<float>(settings_[profile_value]);
    Approach looks_abandoned;
    looks_abandoned.channel = Channel::experience;
    looks_abandoned.breach = static_cast<float>(settings_[disappointment]);
    return {looks_alive, looks_abandoned};
  }

  void plan(const Situation& now, Plan& plan) override {
    if (begun_ < 0) begun_ = now.rules.day;
    const bool fresh = now.rules.day - begun_ < static_cast<Day>(settings_[fresh_days]);
    const std::uint8_t product = product_topic(now);
    const std::uint32_t people = now.population.people();
    const Permutation order(now.rules.draws, people, now.rules.day, Purpose::visitor);
    const auto visitors =
        static_cast<std::uint32_t>(std::min<double>(settings_[visitors_per_day], people));
    for (std::uint32_t k = 0; k < visitors; ++k) {
      plan.send(PersonId{order[k]}, fresh ? alive : abandoned, product);
    }
  }

  bool finished(Day) const override { return settings_[visitors_per_day] == 0; }

 private:
  enum : std::uint8_t { alive, abandoned };

  std::vector<double> settings_;
  Day begun_ = -1;  // day on which the profile was put up
};

}  // namespace

const StrategyRow dormant_presence_row = {
    "dormant-presence",
    "a profile and nothing else: whoever comes by later finds it abandoned",
    settings,
    {},
    create_strategy<DormantPresence>};

}  // namespace rapport
