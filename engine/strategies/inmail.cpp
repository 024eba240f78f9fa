#include "strategies/inmail.hpp"

#include <array>
#include <deque>
#include <unordered_set>

#include "strategies/follow_ups.hpp"
#include "strategies/notes.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { subscription, inmail_seconds, inmail_value, invitation_seconds };

constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    {"inmail", "subscription", ValueKind::choice, "", 2, 2, 0, 3,
     "what the sender pays for: how many InMails a month stands under [platform]",
     "seed claim N10 (S)", "career|business|sales|recruiting"},
    {"inmail", "inmail_seconds", ValueKind::number, "seconds", 360, 360, 0.001, 36000,
     "work for one InMail: five minutes of research and one of writing", "seed claims N2, N4 (S)"},
    {"inmail", "inmail_value", ValueKind::number, "1", 0.8, 0.8, 0, 1,
     "what an InMail, or the invitation after it, gives to a person whose interest it meets",
     "estimate (D)"},
    {"inmail", "invitation_seconds", ValueKind::number, "seconds", 60, 60, 0.001, 36000,
     "work for an invitation to a person who has answered", "estimate (D)"},
}));

class InMail final : public Strategy {
 public:
  explicit InMail(const Campaign& campaign)
      : settings_(campaign.settings),
        follow_ups_(settings_),
        inmails_(Channel::inmail, settings_[inmail_value], settings_[inmail_seconds]) {}

  std::vector<Approach> approaches() const override {
    return {inmails_.approach(),
            invitation_by(Channel::note, settings_[inmail_value], settings_[invitation_seconds]),
            follow_ups_.approach()};
  }

  double inmails_a_month(Day, const Parameters& parameters) const override {
    const auto& platform = parameters.platform;
    const std::array tiers = {platform.inmails_career, platform.inmails_business,
                              platform.inmails_sales, platform.inmails_recruiting};
    return tiers[static_cast<std::size_t>(settings_[subscription])];
  }

  // Nobody gets a second InMail: the platform refuses it before an answer, and after one there is
  // an invitation, once.
  void plan(const Situation& now, Plan& plan) override {
    follow_ups_.write(now, plan, follow_up);
    for (; !answered_.empty(); answered_.pop_front()) {
      const auto& [person, topic] = answered_.front();
      if (now.sender.connected.contains(person) || invited_.contains(person)) continue;
      if (plan.send(PersonId{person}, invitation, topic) != Plan::Sent::yes) break;
      invited_.insert(person);
    }
    inmails_.write(now, plan, inmail);
  }

  void learn(Day, const Answers& answers) override {
    answered_.insert(answered_.end(), answers.replied.begin(), answers.replied.end());
  }

 private:
  enum : std::uint8_t { inmail, invitation, follow_up };

  std::vector<double> settings_;
  FollowUps follow_ups_;
  ResearchedNotes inmails_;
  std::deque<Answers::Response> answered_;  // not yet invited, but for some
  std::unordered_set<std::uint32_t> invited_;
};

}  // namespace

const StrategyRow inmail_row = {
    "inmail",
    "paid messages to strangers, within a monthly quota, and an invitation to those who answer",
    settings,
    {},
    create_strategy<InMail>};

}  // namespace rapport
