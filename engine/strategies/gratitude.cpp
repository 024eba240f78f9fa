#include "strategies/gratitude.hpp"

#include <array>
#include <deque>
#include <unordered_set>

#include "strategies/strategy.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { thanks_seconds, fan_days };

constexpr auto settings = std::to_array<ParameterRow>({
    {"gratitude", "thanks_seconds", ValueKind::number, "seconds", 60, 60, 0.001, 36000,
     "work for thanking one person by name", "estimate (D)"},
    {"gratitude", "fan_days", ValueKind::integer, "days", 30, 30, 1, 65000,
     "days between thanks to a fan: whoever has bought from the sender or praised it",
     "seed claim 110 (S), monthly: MacCarron, Kaski & Dunbar (A/C), value (D)"},
});

class Gratitude final : public Strategy {
 public:
  explicit Gratitude(const Campaign& campaign) : settings_(campaign.settings) {}

  std::vector<Approach> approaches() const override {
    Approach thanks;
    thanks.channel = Channel::thanks;
    thanks.seconds = settings_[thanks_seconds];
    return {thanks};
  }

  void plan(const Situation& now, Plan& plan) override {
    const Day today = now.rules.day;
    thanked_today_.clear();
    for (; !owed_.empty(); owed_.pop_front()) {
      if (!thank(now, plan, owed_.front())) return;
    }
    while (!fans_.empty() && fans_.front().due <= today) {
      const std::uint32_t fan = fans_.front().person;
      if (!thank(now, plan, fan)) return;
      fans_.pop_front();
      if (now.sender.lost.contains(fan)) {
        known_fans_.erase(fan);  // and may become one again
      } else {
        fans_.push_back({fan, today + days()});
      }
    }
  }

  void learn(Day day, const Answers& answers) override {
    for (const auto& replied : answers.replied) owed_.push_back(replied.person);
    for (const auto& responded : answers.responded) owed_.push_back(responded.person);
    for (const std::uint32_t person : answers.bought) welcome_fan(person, day);
    for (const std::uint32_t person : answers.praised) welcome_fan(person, day);
  }

 private:
  /// A person whom the sender recognises.
  struct Fan {
    std::uint32_t person;
    Day due;  // to be thanked again
  };

  Day days() const { return static_cast<Day>(settings_[fan_days]); }

  // Whether the person is done with for today: whatever it did, it is thanked once a day.
  bool thank(const Situation& now, Plan& plan, std::uint32_t person) {
    if (now.sender.lost.contains(person) || thanked_today_.contains(person)) return true;
    if (plan.send(PersonId{person}, 0, any_topic) != Plan::Sent::yes) return false;
    thanked_today_.insert(person);
    return true;
  }

  void welcome_fan(std::uint32_t person, Day day) {
    owed_.push_back(person);
    if (known_fans_.insert(person).second) fans_.push_back({person, day + 1 + days()});
  }

  std::vector<double> settings_;
  std::deque<std::uint32_t> owed_;  // have done something for the sender and were not yet thanked
  std::deque<Fan> fans_;            // the next one due first
  std::unordered_set<std::uint32_t> known_fans_;
  std::unordered_set<std::uint32_t> thanked_today_;
};

}  // namespace

const StrategyRow gratitude_row = {
    "gratitude",
    "thanks whoever answered, commented, bought or praised, and fans again and again",
    settings,
    {},
    create_strategy<Gratitude>};

}  // namespace rapport
