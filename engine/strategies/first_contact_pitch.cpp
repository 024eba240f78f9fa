#include "strategies/first_contact_pitch.hpp"

#include <array>

#include "strategies/notes_and_follow_ups.hpp"

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

std::unique_ptr<Strategy> create(const Campaign& campaign) {
  return std::make_unique<NotesAndFollowUps>(campaign, Channel::sales_note,
                                             static_cast<float>(campaign.settings[pitch]));
}

}  // namespace

const StrategyRow first_contact_pitch_row = {
    "first-contact-pitch",
    "researched, personal notes that sell in the first contact, and useful follow-ups",
    settings,
    {},
    create};

}  // namespace rapport
