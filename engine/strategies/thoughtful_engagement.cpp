#include "strategies/thoughtful_engagement.hpp"

#include <array>

#include "strategies/follow_ups.hpp"
#include "strategies/invitation_list.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { note_seconds, note_value };

constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    {"thoughtful-engagement", "note_seconds", ValueKind::number, "seconds", 360, 360, 0.001, 36000,
     "work for one note: five minutes of research and one of writing", "seed claims N2, N4 (S)"},
    {"thoughtful-engagement", "note_value", ValueKind::number, "1", 0.8, 0.8, 0, 1,
     "what a note gives to a person whose interest it meets", "estimate (D)"},
}));

class ThoughtfulEngagement final : public Strategy {
 public:
  explicit ThoughtfulEngagement(const Campaign& campaign)
      : settings_(campaign.settings), follow_ups_(settings_) {}

  std::vector<Approach> approaches() const override {
    Approach note;
    note.channel = Channel::note;
    note.value = static_cast<float>(settings_[note_value]);
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

const StrategyRow thoughtful_engagement_row = {
    "thoughtful-engagement",
    "researched notes, useful follow-ups, and a pitch only to connections who are searching",
    settings,
    {},
    [](const Campaign& campaign) -> std::unique_ptr<Strategy> {
      return std::make_unique<ThoughtfulEngagement>(campaign);
    }};

}  // namespace rapport
