#include "strategies/bait_and_switch.hpp"

#include <array>
#include <deque>

#include "strategies/notes.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { note_seconds, note_value, switch_seconds, switch_value, found_out };

// The bait is a note as thoughtful engagement writes it, so that the switch makes the difference.
constexpr auto settings = std::to_array<ParameterRow>({
    note_seconds_row("bait-and-switch"),
    note_value_row("bait-and-switch"),
    {"bait-and-switch", "switch_seconds", ValueKind::number, "seconds", 18, 18, 0.001, 36000,
     "work for the message that follows", "as a blast's: seed claim N1 (S)"},
    {"bait-and-switch", "switch_value", ValueKind::number, "1", 0.1, 0.1, 0, 1,
     "what that message gives to a person whose interest it meets", "as a blast's: estimate (D)"},
    {"bait-and-switch", "found_out", ValueKind::number, "probability", 0.8, 0.8, 0, 1,
     "chance that its reader feels trapped", "seed claims 58, 98 (S), value (D)"},
});

class BaitAndSwitch final : public Strategy {
 public:
  explicit BaitAndSwitch(const Campaign& campaign)
      : settings_(campaign.settings),
        notes_(Channel::note, settings_[note_value], settings_[note_seconds]) {}

  std::vector<Approach> approaches() const override {
    Approach other;
    other.channel = Channel::message;
    other.value = static_cast<float>(settings_[switch_value]);
    other.pitch = other.pitch_in_market = 1;
    other.deceit = static_cast<float>(settings_[found_out]);
    other.seconds = settings_[switch_seconds];
    return {notes_.approach(), other};
  }

  void plan(const Situation& now, Plan& plan) override {
    const std::uint8_t product = product_topic(now);
    for (; !baited_.empty(); baited_.pop_front()) {
      if (plan.send(PersonId{baited_.front()}, other, product) != Plan::Sent::yes) return;
    }
    notes_.write(now, plan, note);
  }

  void learn(Day, const Answers& answers) override {
    for (const auto& connected : answers.connected) baited_.push_back(connected.person);
  }

  bool finished(Day) const override { return notes_.used_up() && baited_.empty(); }

 private:
  enum : std::uint8_t { note, other };

  std::vector<double> settings_;
  ResearchedNotes notes_;
  std::deque<std::uint32_t> baited_;  // accepted, and do not know yet
};

}  // namespace

const StrategyRow bait_and_switch_row = {
    "bait-and-switch",
    "useful notes, and to those who accept a pitch that they had no reason to expect",
    settings,
    {},
    create_strategy<BaitAndSwitch>};

}  // namespace rapport
