#include "strategies/thoughtful_engagement.hpp"

#include <array>

#include "strategies/follow_ups.hpp"
#include "strategies/notes.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { note_seconds, note_value };

constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    note_seconds_row("thoughtful-engagement"),
    note_value_row("thoughtful-engagement"),
}));

class ThoughtfulEngagement final : public Strategy {
 public:
  explicit ThoughtfulEngagement(const Campaign& campaign)
      : follow_ups_(campaign.settings),
        notes_(Channel::note, campaign.settings[note_value], campaign.settings[note_seconds]) {}

  std::vector<Approach> approaches() const override {
    return {notes_.approach(), follow_ups_.approach()};
  }

  void plan(const Situation& now, Plan& plan) override {
    follow_ups_.write(now, plan, follow_up);
    notes_.write(now, plan, note);
  }

 private:
  enum : std::uint8_t { note, follow_up };

  FollowUps follow_ups_;
  ResearchedNotes notes_;
};

}  // namespace

const StrategyRow thoughtful_engagement_row = {
    "thoughtful-engagement",
    "researched notes, useful follow-ups, and a pitch only to connections who are searching",
    settings,
    {},
    create_strategy<ThoughtfulEngagement>};

}  // namespace rapport
