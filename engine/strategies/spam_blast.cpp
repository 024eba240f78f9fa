#include "strategies/spam_blast.hpp"

#include <span>

#include "core/permutation.hpp"
#include "strategies/strategy.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { message_seconds, value, channel, sampling };

constexpr auto settings = std::to_array<ParameterRow>({
    {"spam-blast", "message_seconds", ValueKind::number, "seconds", 18, 18, 0.001, 3600,
     "work for one message", "seed claim N1: 200 in an hour (S)"},
    {"spam-blast", "value", ValueKind::number, "1", 0.1, 0.1, 0, 1,
     "what the message gives to a person whose interest it meets", "estimate (D)"},
    {"spam-blast", "channel", ValueKind::choice, "", 0, 0, 0, 1,
     "an unasked message with a pitch, or a blank invitation", "seed claims 5, 92 (S)",
     "message|invitation"},
    {"spam-blast", "sampling", ValueKind::choice, "", 0, 0, 0, 1,
     "different people within a day, or anybody at any time", "MODEL.md (X)",
     "distinct|with-replacement"},
});

// A blank invitation gives nothing.
constexpr auto idle = std::to_array<IdleSetting>({{value, channel, 1}});

class SpamBlast final : public Strategy {
 public:
  explicit SpamBlast(const Campaign& campaign) : settings_(campaign.settings) {}

  std::vector<Approach> approaches() const override {
    const bool invites = settings_[channel] != 0;
    Approach blast;
    blast.channel = invites ? Channel::blank_invitation : Channel::message;
    blast.value = invites ? 0.0f : static_cast<float>(settings_[value]);
    blast.pitch = invites ? 0.0f : 1.0f;
    blast.pitch_in_market = blast.pitch;
    blast.seconds = settings_[message_seconds];
    return {blast};
  }

  void plan(const Situation& now, Plan& plan) override {
    const std::uint32_t people = now.population.people();
    const std::uint8_t topic = product_topic(now);
    if (settings_[sampling] == 0) {
      blast_in_order(now, plan, topic);
    } else {
      for (std::uint32_t k = 0; people > 0; ++k) {
        if (plan.send(PersonId{anybody(now, k, Purpose::blast)}, 0, topic) != Plan::Sent::yes)
          return;
      }
    }
  }

 private:
  static void blast_in_order(const Situation& now, Plan& plan, std::uint8_t topic) {
    const std::uint32_t people = now.population.people();
    const Permutation order(now.rules.draws, people, now.rules.day, Purpose::blast);
    const auto tell = [&](std::uint32_t first, std::span<std::uint32_t> some) {
      order.fill(first, some);
    };
    plan.send_all(people, tell, 0, topic);
  }

  std::vector<double> settings_;
};

}  // namespace

const StrategyRow spam_blast_row = {"spam-blast",
                                    "the same pitch to as many people as the hours allow",
                                    settings,
                                    {},
                                    create_strategy<SpamBlast>,
                                    PartsKind::none,
                                    idle};

}  // namespace rapport
