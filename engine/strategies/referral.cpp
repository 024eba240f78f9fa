#include "strategies/referral.hpp"

#include <array>
#include <unordered_map>

#include "strategies/follow_ups.hpp"
#include "strategies/notes.hpp"
#include "strategies/piece_of_work.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t {
  note_seconds,
  note_value,
  ask_seconds,
  consent,
  introductions,
  introduction_seconds,
  introduction_value,
  referrer_risk
};

constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    note_seconds_row("referral"),
    note_value_row("referral"),
    {"referral", "ask_seconds", ValueKind::number, "seconds", 120, 120, 0, 36000,
     "work for asking one connection for introductions", "estimate (D)"},
    {"referral", "consent", ValueKind::number, "probability", 0.5, 0.5, 0, 1,
     "chance that a connection agrees to introduce the sender", "seed claim 103 (S), value (D)"},
    {"referral", "introductions", ValueKind::integer, "people", 3, 3, 0, 1000000,
     "most neighbours to whom one connection introduces the sender", "estimate (D)"},
    {"referral", "introduction_seconds", ValueKind::number, "seconds", 360, 360, 0.001, 36000,
     "work for one introduction: research and a few words", "seed claims N4, 94 (S), value (D)"},
    {"referral", "introduction_value", ValueKind::number, "1", 0.8, 0.8, 0, 1,
     "what an introduction gives to a person whose interest it meets", "estimate (D)"},
    {"referral", "referrer_risk", ValueKind::number, "1", 0.5, 0.5, 0, 1,
     "breach of the connection's confidence when the person introduced says no or turns away",
     "enrichment lasts as long as the tie: Van den Bulte 2018 (A), value (D)"},
}));

class Referral final : public Strategy {
 public:
  explicit Referral(const Campaign& campaign)
      : settings_(campaign.settings),
        follow_ups_(settings_),
        notes_(Channel::note, settings_[note_value], settings_[note_seconds]) {}

  std::vector<Approach> approaches() const override {
    Approach introduction = invitation_by(Channel::introduction, settings_[introduction_value],
                                          settings_[introduction_seconds]);
    introduction.researched = true;
    Approach regret;  // the connection hears of it first-hand
    regret.channel = Channel::experience;
    regret.breach = static_cast<float>(settings_[referrer_risk]);
    return {notes_.approach(), introduction, regret, follow_ups_.approach()};
  }

  void plan(const Situation& now, Plan& plan) override {
    for (const std::uint32_t person : disappointed_) plan.send(PersonId{person}, regret, any_topic);
    disappointed_.clear();
    follow_ups_.write(now, plan, follow_up);
    while (!referrers_.empty() && introduce(now, plan)) referrers_.pop_back();
    if (!referrers_.empty()) return;
    // Strangers, while nobody is left to introduce the sender.
    notes_.write(now, plan, note);
  }

  void learn(Day, const Answers& answers) override {
    for (const auto& connected : answers.connected) referrers_.push_back({connected.person});
    for (const std::uint32_t person : answers.declined) blame_referrer_of(person);
    for (const std::uint32_t person : answers.turned_away) blame_referrer_of(person);
  }

 private:
  enum : std::uint8_t { note, introduction, regret, follow_up };

  /// A connection that may introduce the sender.
  struct Referrer {
    std::uint32_t person;
    PieceOfWork asking = {};
    bool is_asked = false;
    std::uint32_t looked_at = 0;  // neighbours, from the one with whom it begins
    std::uint32_t introduced = 0;
  };

  // Whether the last of the referrers has done what it can.
  bool introduce(const Situation& now, Plan& plan) {
    Referrer& referrer = referrers_.back();
    if (now.sender.lost.contains(referrer.person)) return true;
    if (!referrer.is_asked) {
      if (!referrer.asking.is_at_hand()) referrer.asking.begin(settings_[ask_seconds]);
      referrer.is_asked = referrer.asking.is_done_after(plan);
      if (!referrer.is_asked) return false;
    }
    // One draw a connection, whenever it is asked.
    const auto agrees = [&](Purpose purpose) {
      return now.rules.draws.word(PersonId{referrer.person}, 0, 0, purpose);
    };
    if (unit_interval(agrees(Purpose::consent)) >= static_cast<float>(settings_[consent])) {
      return true;
    }
    const auto neighbours = now.network.graph.neighbours(referrer.person);
    const std::uint32_t begin = agrees(Purpose::introduction);
    for (; referrer.looked_at < neighbours.size() && referrer.introduced < settings_[introductions];
         ++referrer.looked_at) {
      const std::size_t at = (begin % neighbours.size() + referrer.looked_at) % neighbours.size();
      const std::uint32_t person = neighbours[at];
      if (!now.sender.is_to_be_invited(person)) continue;
      if (plan.send(PersonId{person}, introduction, research(now, person)) != Plan::Sent::yes) {
        return false;
      }
      now.sender.addressed.insert(person);
      introduced_by_[person] = referrer.person;
      ++referrer.introduced;
    }
    return true;
  }

  void blame_referrer_of(std::uint32_t person) {
    const auto referrer = introduced_by_.find(person);
    if (referrer == introduced_by_.end()) return;
    disappointed_.push_back(referrer->second);
    introduced_by_.erase(referrer);
  }

  std::vector<double> settings_;
  FollowUps follow_ups_;
  ResearchedNotes notes_;
  std::vector<Referrer> referrers_;  // the newest last, who is asked first
  std::unordered_map<std::uint32_t, std::uint32_t> introduced_by_;
  std::vector<std::uint32_t> disappointed_;  // will know tomorrow
};

}  // namespace

const StrategyRow referral_row = {
    "referral",
    "connections introduce the sender to their neighbours, and lose trust when that goes wrong",
    settings,
    {},
    create_strategy<Referral>};

}  // namespace rapport
