#include "strategies/phases.hpp"

#include "strategies/strategy_parts.hpp"

namespace rapport {
namespace {

class Phases final : public Strategy {
 public:
  explicit Phases(const Campaign& campaign) : parts_(campaign) {
    for (const Campaign& part : campaign.parts) first_days_.push_back(part.first_day);
  }

  std::vector<Approach> approaches() const override { return parts_.approaches(); }

  void plan(const Situation& now, Plan& plan) override {
    const std::size_t phase = phase_on(now.rules.day);
    if (phase < parts_.size()) parts_.plan(phase, now, plan, plan.seconds_left());
  }

  // A later phase hears of what earlier ones did, for it takes over where they end.
  void learn(Day day, const Answers& answers) override {
    for (std::size_t k = first_of_interest(day); k < parts_.size(); ++k) {
      parts_[k].learn(day, answers);
    }
  }

  double inmails_a_month(Day day, const Parameters& parameters) const override {
    const std::size_t phase = phase_on(day);
    return phase < parts_.size() ? parts_[phase].inmails_a_month(day, parameters) : 0;
  }

  bool finished(Day day) const override {
    for (std::size_t k = first_of_interest(day); k < parts_.size(); ++k) {
      if (!parts_[k].finished(day)) return false;
    }
    return true;
  }

 private:
  // The phase of that day; their number where none has begun.
  std::size_t phase_on(Day day) const {
    std::size_t phase = parts_.size();
    for (std::size_t k = 0; k < first_days_.size() && first_days_[k] <= day; ++k) phase = k;
    return phase;
  }
  std::size_t first_of_interest(Day day) const {
    const std::size_t phase = phase_on(day);
    return phase < parts_.size() ? phase : 0;
  }

  StrategyParts parts_;
  std::vector<Day> first_days_;  // ascending
};

}  // namespace

const StrategyRow phases_row = {
    "phases",
    "one strategy after the other: phases = [{strategy = \"listen-first\", from_day = 0}, ...], "
    "first days ascending; a phase's settings stand beside them",
    {},
    {},
    create_strategy<Phases>,
    PartsKind::phases};

}  // namespace rapport
