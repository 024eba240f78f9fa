#include "strategies/listen_first.hpp"

#include <array>

#include "mechanisms/relevance.hpp"
#include "strategies/follow_ups.hpp"
#include "strategies/notes.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t {
  listen_share,
  listen_seconds,
  listen_accuracy,
  insight_half_life_days,
  note_seconds,
  note_value
};

constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    {"listen-first", "listen_share", ValueKind::number, "1", 0.5, 0.5, 0, 1,
     "share of the hours that goes into listening", "seed claim N5: more than one half (S)"},
    {"listen-first", "listen_seconds", ValueKind::number, "seconds", 60, 60, 0.01, 36000,
     "work for hearing what one person cares for most", "estimate (D)"},
    {"listen-first", "listen_accuracy", ValueKind::number, "probability", 0.7, 0.7, 0, 1,
     "chance that it is understood; else it is taken for another topic",
     "less than research finds: estimate (D)"},
    {"listen-first", "insight_half_life_days", ValueKind::number, "days", 90, 90, 0.1, 36500,
     "half-life of what was heard", "seed claims 24, 69 (S), value (D)"},
    {"listen-first", "note_seconds", ValueKind::number, "seconds", 60, 60, 0.001, 36000,
     "work for one note, which needs no research", "a note less its research: seed claim N4 (S)"},
    note_value_row("listen-first"),
}));

class ListenFirst final : public Strategy {
 public:
  explicit ListenFirst(const Campaign& campaign)
      : settings_(campaign.settings), follow_ups_(settings_) {}

  std::vector<Approach> approaches() const override {
    return {invitation_by(Channel::note, settings_[note_value], settings_[note_seconds]),
            follow_ups_.approach()};
  }

  void plan(const Situation& now, Plan& plan) override {
    listen(now, plan);
    follow_ups_.write(now, plan, follow_up);
    list_.invite(now, [&](std::uint32_t person) {
      return plan.send(PersonId{person}, note, best_known_topic(now, person));
    });
  }

 private:
  enum : std::uint8_t { note, follow_up };

  // Anybody may be overheard, the same person twice too.
  void listen(const Situation& now, Plan& plan) {
    const double seconds = plan.work(plan.seconds_left() * settings_[listen_share]);
    attended_ += seconds;
    now.sender.listening.add(seconds / 3600, now.rules.day,
                             now.rules.parameters.complaint.listening_half_life_days);
    for (std::uint32_t k = 0; attended_ >= settings_[listen_seconds]; ++k) {
      attended_ -= settings_[listen_seconds];
      const std::uint32_t person = anybody(now, k, Purpose::listen_target);
      const std::uint8_t topic =
          overheard_topic(as_of_today(now, person), PersonId{person}, now.rules.day, k,
                          now.rules.draws, settings_[listen_accuracy]);
      now.sender.insight.hear(now.network.community[person], topic, now.rules.day,
                              settings_[insight_half_life_days]);
    }
  }

  // Where nothing has been heard the sender writes about what it sells.
  std::uint8_t best_known_topic(const Situation& now, std::uint32_t person) const {
    const std::uint8_t product = product_topic(now);
    return now.sender.insight
        .best_topic(now.network.community[person], now.rules.day, settings_[insight_half_life_days])
        .value_or(product);
  }

  std::vector<double> settings_;
  FollowUps follow_ups_;
  InvitationList list_;
  double attended_ = 0;  // seconds of listening that have not yet made a person understood
};

}  // namespace

const StrategyRow listen_first_row = {
    "listen-first",
    "listens for a share of the hours, and writes about what each community cares for",
    settings,
    {},
    create_strategy<ListenFirst>};

}  // namespace rapport
