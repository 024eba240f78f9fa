// Useful messages to connections that are due, then researched notes to strangers with the rest of
// the day; the notes may sell.
#pragma once

#include "strategies/follow_ups.hpp"
#include "strategies/notes.hpp"

namespace rapport {

class NotesAndFollowUps final : public Strategy {
 public:
  /// `campaign` holds the rows of note_seconds_row and note_value_row first and those of follow-ups
  /// last; a note of that channel sells by `pitch`.
  NotesAndFollowUps(const Campaign& campaign, Channel channel, float pitch)
      : pitch_(pitch),
        follow_ups_(campaign.settings),
        notes_(channel, campaign.settings[1], campaign.settings[0]) {}

  std::vector<Approach> approaches() const override {
    Approach first = notes_.approach();
    first.pitch = first.pitch_in_market = pitch_;
    return {first, follow_ups_.approach()};
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

}  // namespace rapport
