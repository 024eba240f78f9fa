#include "strategies/bait_and_switch.hpp"

#include <array>
#include <deque>

#include "strategies/invitation_list.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { note_seconds, note_value, switch_seconds, switch_value, found_out };

// The bait is a note as thoughtful engagement writes it, so that the switch makes the difference.
constexpr auto settings = std::to_array<ParameterRow>({
    {"bait-and-switch", "note_seconds", ValueKind::number, "seconds", 360, 360, 0.001, 36000,
     "work for one note: five minutes of research and one of writing", "seed claims N2, N4 (S)"},
    {"bait-and-switch", "note_value", ValueKind::number, "1", 0.8, 0.8, 0, 1,
     "what a note gives to a person whose interest it meets", "estimate (D)"},
    {"bait-and-switch", "switch_seconds", ValueKind::number, "seconds", 18, 18, 0.001, 36000,
     "work for the message that follows", "as a blast's: seed claim N1 (S)"},
    {"bait-and-switch", "switch_value", ValueKind::number, "1", 0.1, 0.1, 0, 1,
     "what that message gives to a person whose interest it meets", "as a blast's: estimate (D)"},
    {"bait-and-switch", "found_out", ValueKind::number, "probability", 0.8, 0.8, 0, 1,
     "chance that its reader feels trapped", "seed claims 58, 98 (S), value (D)"},
});

class BaitAndSwitch final : public Strategy {
 public:
  explicit BaitAndSwitch(const Campaign& campaign) : settings_(campaign.settings) {}

  std::vector<Approach> approaches() const override {
    Approach note;
    note.channel = Channel::note;
    note.value = static_cast<float>(settings_[note_value]);
    note.seconds = settings_[note_seconds];
    note.researched = true;
    Approach other;
    other.channel = Channel::message;
    other.value = static_cast<float>(settings_[switch_value]);
    other.pitch = other.pitch_in_market = 1;
    other.deceit = static_cast<float>(settings_[found_out]);
    other.seconds = settings_[switch_seconds];
    return {note, other};
  }

  void plan(const Situation& now, Plan& plan) override {
    const auto product = static_cast<std::uint8_t>(now.rules.parameters.market.product_topic);
    for (; !baited_.empty(); baited_.pop_front()) {
      if (plan.send(PersonId{baited_.front()}, other, product) != Plan::Sent::yes) return;
    }
    list_.invite(now, [&](std::uint32_t person) {
      return plan.send(PersonId{person}, note, research(now, person));
    });
  }

  void learn(Day, const Answers& answers) override {
    for (const auto& connected : answers.connected) baited_.push_back(connected.person);
  }

  bool finished(Day) const override { return list_.used_up() && baited_.empty(); }

 private:
  enum : std::uint8_t { note, other };

  std::vector<double> settings_;
  InvitationList list_;
  std::deque<std::uint32_t> baited_;  // accepted, and do not know yet
};

}  // namespace

const StrategyRow bait_and_switch_row = {
    "bait-and-switch",
    "useful notes, and to those who accept a pitch that they had no reason to expect",
    settings,
    {},
    [](const Campaign& campaign) -> std::unique_ptr<Strategy> {
      return std::make_unique<BaitAndSwitch>(campaign);
    }};

}  // namespace rapport
