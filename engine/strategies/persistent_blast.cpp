#include "strategies/persistent_blast.hpp"

#include <array>
#include <deque>

#include "strategies/invitation_list.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { invitation_seconds, again_after_days };

constexpr auto settings = std::to_array<ParameterRow>({
    {"persistent-blast", "invitation_seconds", ValueKind::number, "seconds", 18, 18, 0.001, 3600,
     "work for one blank invitation", "seed claim N1: 200 in an hour (S)"},
    {"persistent-blast", "again_after_days", ValueKind::integer, "days", 0, 0, 0, 65000,
     "days let pass after a decline before the next invitation; 0: it comes the next day",
     "seed claims 4, N8 (S)"},
});

class PersistentBlast final : public Strategy {
 public:
  explicit PersistentBlast(const Campaign& campaign) : settings_(campaign.settings) {}

  std::vector<Approach> approaches() const override {
    Approach invitation;
    invitation.channel = Channel::blank_invitation;
    invitation.seconds = settings_[invitation_seconds];
    return {invitation};
  }

  void plan(const Situation& now, Plan& plan) override {
    const std::uint8_t topic = product_topic(now);
    const auto invite = [&](std::uint32_t person) { return plan.send(PersonId{person}, 0, topic); };
    while (!unwilling_.empty() && unwilling_.front().due <= now.rules.day) {
      if (invite(unwilling_.front().person) != Plan::Sent::yes) return;
      unwilling_.pop_front();
    }
    list_.invite(now, invite);
  }

  void learn(Day day, const Answers& answers) override {
    const Day due = day + 1 + static_cast<Day>(settings_[again_after_days]);
    for (const std::uint32_t person : answers.declined) unwilling_.push_back({person, due});
  }

  bool finished(Day) const override { return list_.used_up() && unwilling_.empty(); }

 private:
  struct Unwilling {
    std::uint32_t person;
    Day due;  // for the next invitation
  };

  std::vector<double> settings_;
  std::deque<Unwilling> unwilling_;  // in the order in which they are due
  InvitationList list_;
};

}  // namespace

const StrategyRow persistent_blast_row = {
    "persistent-blast",
    "blank invitations to everybody, and another one to whoever declines",
    settings,
    {},
    create_strategy<PersistentBlast>};

}  // namespace rapport
