#include "strategies/community_joining.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/permutation.hpp"
#include "strategies/community_members.hpp"
#include "strategies/follow_ups.hpp"
#include "strategies/notes.hpp"
#include "strategies/piece_of_work.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t {
  look_seconds,
  compared,
  sampled,
  join_seconds,
  contributions,
  contribution_seconds,
  contribution_value,
  readers,
  invitation_seconds,
  invitation_value
};

constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    {"community-joining", "look_seconds", ValueKind::number, "seconds", 1800, 1800, 0, 360000,
     "work for looking at one community from outside", "seed claims 39, 41 (S), value (D)"},
    {"community-joining", "compared", ValueKind::integer, "communities", 3, 3, 1, 1000000,
     "communities known before one of them is chosen", "seed claim 40 (S), value (D)"},
    {"community-joining", "sampled", ValueKind::integer, "people", 6, 6, 1, 1000000,
     "members whose interests a look finds out", "five minutes each: seed claim N4 (S)"},
    {"community-joining", "join_seconds", ValueKind::number, "seconds", 3600, 3600, 0, 360000,
     "work for entering a community: its rules, an introduction of oneself", "estimate (D)"},
    {"community-joining", "contributions", ValueKind::integer, "contributions", 20, 20, 0, 1000000,
     "answers and posts in a community before the first invitation", "estimate (D)"},
    {"community-joining", "contribution_seconds", ValueKind::number, "seconds", 600, 600, 0.001,
     36000, "work for one contribution", "estimate (D)"},
    {"community-joining", "contribution_value", ValueKind::number, "1", 0.7, 0.7, 0, 1,
     "what a contribution gives to a member whose interest it meets",
     "seed claims 61, 76 (S), value (D)"},
    {"community-joining", "readers", ValueKind::integer, "people", 30, 30, 1, 1000000,
     "members to whom one contribution is shown", "estimate (D)"},
    {"community-joining", "invitation_seconds", ValueKind::number, "seconds", 60, 60, 0.001, 36000,
     "work for an invitation to a member", "estimate (D)"},
    {"community-joining", "invitation_value", ValueKind::number, "1", 0.7, 0.7, 0, 1,
     "what it gives to a member whose interest it meets", "estimate (D)"},
}));

class CommunityJoining final : public Strategy {
 public:
  explicit CommunityJoining(const Campaign& campaign)
      : settings_(campaign.settings), follow_ups_(settings_) {
    begin(Step::look, look_seconds);
  }

  std::vector<Approach> approaches() const override {
    Approach contribution;  // the work is done once for all readers
    contribution.channel = Channel::contribution;
    contribution.value = static_cast<float>(settings_[contribution_value]);
    return {
        contribution,
        invitation_by(Channel::note, settings_[invitation_value], settings_[invitation_seconds]),
        follow_ups_.approach()};
  }

  void plan(const Situation& now, Plan& plan) override {
    if (!members_) members_.emplace(now.network);
    follow_ups_.write(now, plan, follow_up);
    while (go_on(now, plan)) {
    }
  }

 private:
  enum : std::uint8_t { contribution, invitation, follow_up };
  enum class Step : std::uint8_t { look, join, help, invite };

  static constexpr std::uint32_t before_entering = 0xffffffffu;  // beside contribution numbers

  /// A community as it looks from outside.
  struct Known {
    std::uint32_t community;
    std::uint32_t looks_fit;  // how many of the members looked at care most for the product's topic
    std::uint8_t topic;       // that most of them care for most
  };

  // Works on what comes next; false when it is not done with today.
  bool go_on(const Situation& now, Plan& plan) {
    if (step_ == Step::invite) return invite(now, plan);
    if (step_ == Step::look && !more_to_look_at(now)) return choose();
    if (!work_.is_done_after(plan)) return false;
    if (step_ == Step::look) return look(now);
    if (step_ == Step::help) contribute(now, plan);
    if (helped_ < settings_[contributions]) return begin(Step::help, contribution_seconds);
    step_ = Step::invite;
    return true;
  }

  bool begin(Step step, Setting seconds) {
    step_ = step;
    work_.begin(settings_[seconds]);
    return true;
  }

  bool more_to_look_at(const Situation& now) const {
    return static_cast<double>(known_.size()) < settings_[compared] &&
           looked_at_ < now.network.communities;
  }

  bool look(const Situation& now) {
    const Permutation order(now.rules.draws, now.network.communities, 0, Purpose::community);
    const std::uint32_t community = order[looked_at_++];
    std::array<std::uint32_t, topics> cared_for{};
    for (const std::uint32_t person : some_of(now, community, sampled, before_entering)) {
      ++cared_for[research(now, person)];
    }
    const auto most = std::max_element(cared_for.begin(), cared_for.end());
    const std::uint8_t product = product_topic(now);
    known_.push_back(
        {community, cared_for[product], static_cast<std::uint8_t>(most - cared_for.begin())});
    return begin(Step::look, look_seconds);
  }

  // Enters the community that fits best; among equals the one seen first.
  bool choose() {
    if (known_.empty()) return false;
    const auto best =
        std::max_element(known_.begin(), known_.end(),
                         [](const Known& a, const Known& b) { return a.looks_fit < b.looks_fit; });
    here_ = *best;
    known_.erase(best);
    helped_ = invited_ = 0;
    return begin(Step::join, join_seconds);
  }

  void contribute(const Situation& now, Plan& plan) {
    const auto shown = some_of(now, here_.community, readers, helped_);
    plan.send_all(shown, contribution, here_.topic);
    ++helped_;
  }

  bool invite(const Situation& now, Plan& plan) {
    const auto members = members_->of(here_.community);
    for (; invited_ < members.size(); ++invited_) {
      const std::uint32_t person = members[invited_];
      if (!now.sender.is_to_be_invited(person)) continue;
      if (plan.send(PersonId{person}, invitation, here_.topic) != Plan::Sent::yes) return false;
      now.sender.addressed.insert(person);
    }
    return begin(Step::look, look_seconds);
  }

  // Members next to each other, from a random one on; as many as the setting says or there are.
  std::vector<std::uint32_t> some_of(const Situation& now, std::uint32_t community, Setting count,
                                     std::uint32_t occasion) const {
    const auto members = members_->of(community);
    const std::uint32_t begin =
        now.rules.draws.word(PersonId{community}, now.rules.day, occasion, Purpose::member);
    std::vector<std::uint32_t> some(
        std::min(static_cast<std::size_t>(settings_[count]), members.size()));
    for (std::size_t k = 0; k < some.size(); ++k) {
      some[k] = members[(begin % members.size() + k) % members.size()];
    }
    return some;
  }

  std::vector<double> settings_;
  FollowUps follow_ups_;
  std::optional<CommunityMembers> members_;
  std::vector<Known> known_;     // looked at and not entered
  std::uint32_t looked_at_ = 0;  // communities
  Step step_ = Step::look;
  PieceOfWork work_;  // of the step
  Known here_{};
  std::uint32_t helped_ = 0;   // contributions in this community
  std::uint32_t invited_ = 0;  // members of it that have been gone through
};

}  // namespace

const StrategyRow community_joining_row = {
    "community-joining",
    "looks at communities, joins the best, helps there, and only then invites",
    settings,
    {},
    create_strategy<CommunityJoining>};

}  // namespace rapport
