#include "strategies/first_contact_pitch.hpp"

#include <array>

#include "strategies/follow_ups.hpp"
#include "strategies/invitation_list.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { note_seconds, note_value, pitch };

// Work and value are those of a note that does not sell, so that the pitch alone makes the
// difference.
constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    {"first-contact-pitch", "note_seconds", ValueKind::number, "seconds", 360, 360, 0.001, 36000,
     "work for one note: five minutes of research and one of writing", "seed claims N2, N4 (S)"},
    {"first-contact-pitch", "note_value", ValueKind::number, "1", 0.8, 0.8, 0, 1,
     "what a note gives to a person whose interest it meets", "estimate (D)"},
    {"first-contact-pitch", "pitch", ValueKind::number, "1", 1, 1, 0, 1,
     "how much of the note sells", "seed claim 7 (S)"},
}));

class FirstContactPitch final : public Strategy {
 public:
  explicit FirstContactPitch(const Campaign& campaign)
      : settings_(campaign.settings), follow_ups_(settings_) {}

  std::vector<Approach> approaches() const override {
    Approach note;
    note.channel = Channel::sales_note;
    note.value = static_cast<float>(settings_[note_value]);
    note.pitch = static_cast<float>(settings_[pitch]);
    note.pitch_in_market = note.pitch;
    note.seconds = settings_[note_seconds];
    note.researched = true;
    return {note, follow_ups_.approach()};
  }

  void plan(const Situation& now, Plan& plan) override {
    follow_ups_.write(now, plan, follow_up);
    list_.invite(now, [&](std::uint32_t person) {
      return plan.send(PersonId{person}, note, research(now, person));
    });
  }

 private:
  enum : std::uint8_t { note, follow_up };

  std::vector<double> settings_;
  FollowUps follow_ups_;
  InvitationList list_;
};

}  // namespace

const StrategyRow first_contact_pitch_row = {
    "first-contact-pitch",
    "researched, personal notes that sell in the first contact, and useful follow-ups",
    settings,
    {},
    [](const Campaign& campaign) -> std::unique_ptr<Strategy> {
      return std::make_unique<FirstContactPitch>(campaign);
    }};

}  // namespace rapport
