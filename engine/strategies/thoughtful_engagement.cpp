#include "strategies/thoughtful_engagement.hpp"

#include <array>
#include <deque>
#include <unordered_set>

#include "core/permutation.hpp"
#include "mechanisms/relevance.hpp"
#include "strategies/strategy.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t {
  note_seconds,
  note_value,
  follow_up_seconds,
  follow_up_value,
  follow_up_days,
  follow_up_share
};

constexpr auto settings = std::to_array<ParameterRow>({
    {"thoughtful-engagement", "note_seconds", ValueKind::number, "seconds", 360, 360, 0.001, 36000,
     "work for one note: five minutes of research and one of writing", "seed claims N2, N4 (S)"},
    {"thoughtful-engagement", "note_value", ValueKind::number, "1", 0.8, 0.8, 0, 1,
     "what a note gives to a person whose interest it meets", "estimate (D)"},
    {"thoughtful-engagement", "follow_up_seconds", ValueKind::number, "seconds", 120, 120, 0.001,
     36000, "work for one message to a connection", "estimate (D)"},
    {"thoughtful-engagement", "follow_up_value", ValueKind::number, "1", 0.7, 0.7, 0, 1,
     "what such a message gives to a person whose interest it meets", "estimate (D)"},
    {"thoughtful-engagement", "follow_up_days", ValueKind::integer, "days", 14, 14, 1, 3650,
     "days between messages to a connection",
     "weekly to monthly: MacCarron, Kaski & Dunbar (A/C), value (D)"},
    {"thoughtful-engagement", "follow_up_share", ValueKind::number, "1", 0.5, 0.5, 0, 1,
     "largest share of the hours that goes to connections", "estimate (D)"},
});

class ThoughtfulEngagement final : public Strategy {
 public:
  explicit ThoughtfulEngagement(const Campaign& campaign) : settings_(campaign.settings) {}

  std::vector<Approach> approaches() const override {
    Approach note;
    note.channel = Channel::note;
    note.value = static_cast<float>(settings_[note_value]);
    note.seconds = settings_[note_seconds];
    Approach follow_up;
    follow_up.channel = Channel::follow_up;
    follow_up.value = static_cast<float>(settings_[follow_up_value]);
    follow_up.pitch_in_market = 1;  // a connection who is searching says so
    follow_up.seconds = settings_[follow_up_seconds];
    return {note, follow_up};
  }

  void plan(const Situation& now, Plan& plan) override {
    stay_in_touch(now.rules.day, plan);
    write_notes(now, plan);
  }

  void learn(Day day, const Answers& answers) override {
    lost_.insert(answers.lost.begin(), answers.lost.end());
    for (const auto& [person, topic] : answers.connected) {
      lost_.erase(person);
      connections_.push_back({person, topic, next_follow_up(day)});
    }
  }

 private:
  enum : std::uint8_t { note, follow_up };

  struct Connection {
    std::uint32_t person;
    std::uint8_t topic;
    Day due;
  };

  Day next_follow_up(Day day) const { return day + static_cast<Day>(settings_[follow_up_days]); }

  // Connections stand in the order in which they are due, for every one waits equally long.
  void stay_in_touch(Day day, Plan& plan) {
    const double reserved = plan.seconds_left() * (1.0 - settings_[follow_up_share]);
    while (!connections_.empty() && connections_.front().due <= day) {
      if (!plan.has_time_for(follow_up, reserved)) return;
      Connection connection = connections_.front();
      connections_.pop_front();
      if (lost_.contains(connection.person)) continue;
      plan.send(PersonId{connection.person}, follow_up, connection.topic);
      connection.due = next_follow_up(day);
      connections_.push_back(connection);
    }
  }

  // Nobody gets a second note: the order of all people is walked once.
  void write_notes(const Situation& now, Plan& plan) {
    const std::uint32_t people = now.population.people();
    const Permutation order(now.rules.draws, people, 0, Purpose::target);
    for (; written_ < people; ++written_) {
      const std::uint32_t person = order[written_];
      const std::uint8_t topic =
          researched_topic(now.population.traits[person], PersonId{person}, now.rules.day,
                           now.rules.draws, now.rules.parameters.research.accuracy);
      if (plan.send(PersonId{person}, note, topic) != Plan::Sent::yes) return;
    }
  }

  std::vector<double> settings_;
  std::deque<Connection> connections_;
  std::unordered_set<std::uint32_t> lost_;
  std::uint32_t written_ = 0;
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
