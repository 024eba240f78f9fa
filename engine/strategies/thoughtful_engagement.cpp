#include "strategies/thoughtful_engagement.hpp"

#include <array>

#include "strategies/notes_and_follow_ups.hpp"

namespace rapport {
namespace {

constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    note_seconds_row("thoughtful-engagement"),
    note_value_row("thoughtful-engagement"),
}));

std::unique_ptr<Strategy> create(const Campaign& campaign) {
  return std::make_unique<NotesAndFollowUps>(campaign, Channel::note, 0.0f);
}

}  // namespace

const StrategyRow thoughtful_engagement_row = {
    "thoughtful-engagement",
    "researched notes, useful follow-ups, and a pitch only to connections who are searching",
    settings,
    {},
    create};

}  // namespace rapport
