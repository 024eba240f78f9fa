#include "strategies/first_contact_pitch.hpp"

#include <array>

#include "strategies/follow_ups.hpp"
#include "strategies/notes.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { note_seconds, note_value, pitch };

// Work and value are those of a note that does not sell, so that the pitch alone makes the
// difference.
constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    note_seconds_row("first-contact-pitch"),
    note_value_row("first-contact-pitch"),
    {"first-contact-pitch", "pitch", ValueKind::number, "1", 1, 1, 0, 1,
     "how much of the note sells", "seed claim 7 (S)"},
}));

class FirstContactPitch final : public Strategy {
 public:
  explicit FirstContactPitch(const Campaign& campaign)
      : pitch_(static_cast<float>(campaign.settings[pitch])),
        follow_ups_(campaign.settings),
        notes_(Channel::sales_note, campaign.settings[note_value],
               campaign.settings[note_seconds]) {}

  std::vector<Approach> approaches() const override {
    Approach note = notes_.approach();
    note.pitch = note.pitch_in_market = pitch_;
    return {note, follow_ups_.approach()};
  }

  void plan(const Situation& now, Plan& plan) override {
    follow_ups_.write(now, plan, follow_up);
    notes_.write(now, plan, note);
  }

 private:
  enum : std::uint8_t { note, follow_up };

  float pitch_;
  FollowUps follow_ups_;
  ResearchedNotes notes_;
};

}  // namespace

const StrategyRow first_contact_pitch_row = {
    "first-contact-pitch",
    "researched, personal notes that sell in the first contact, and useful follow-ups",
    settings,
    {},
    create_strategy<FirstContactPitch>};

}  // namespace rapport
