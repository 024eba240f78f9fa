#include "strategies/employee_champions.hpp"

#include <array>
#include <cmath>

#include "core/elementary.hpp"
#include "core/permutation.hpp"
#include "strategies/piece_of_work.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t {
  voices,
  every_days,
  speech_seconds,
  briefing_seconds,
  briefing_half_seconds,
  value,
  contradiction
};

constexpr auto settings = std::to_array<ParameterRow>({
    {"employee-champions", "voices", ValueKind::integer, "people", 10, 10, 1, 1000000,
     "employees who speak for the sender; 1: it has one voice",
     "seed claims 91, 138 (S), value (D)"},
    {"employee-champions", "every_days", ValueKind::integer, "days", 7, 7, 1, 3650,
     "days between two speeches of one of them", "estimate (D)"},
    {"employee-champions", "speech_seconds", ValueKind::number, "seconds", 300, 300, 0, 36000,
     "work for speaking to the people around oneself once", "estimate (D)"},
    {"employee-champions", "briefing_seconds", ValueKind::number, "seconds", 900, 900, 0, 360000,
     "work for agreeing with the others on what is said, before each speech",
     "seed claim 138 (S), value (D)"},
    {"employee-champions", "briefing_half_seconds", ValueKind::number, "seconds", 600, 600, 0.001,
     360000, "briefing that halves the chance of contradicting the others", "estimate (D)"},
    {"employee-champions", "value", ValueKind::number, "1", 0.6, 0.6, 0, 1,
     "what a speech gives to a person whom the product interests", "seed claim 91 (S), value (D)"},
    {"employee-champions", "contradiction", ValueKind::number, "1", 0.3, 0.3, 0, 1,
     "breach of confidence in a speech that contradicts the others",
     "seed claims 95, 138 (S), value (D)"},
});

class EmployeeChampions final : public Strategy {
 public:
  explicit EmployeeChampions(const Campaign& campaign) : settings_(campaign.settings) {}

  std::vector<Approach> approaches() const override {
    Approach speech;  // the work is done once for all who hear it
    speech.channel = Channel::champion;
    speech.value = static_cast<float>(settings_[value]);
    Approach contradicting = speech;
    contradicting.value = 0;
    contradicting.breach = static_cast<float>(settings_[contradiction]);
    return {speech, contradicting};
  }

  void plan(const Situation& now, Plan& plan) override {
    if (now.population.people() == 0) return;
    if (begun_ < 0) begun_ = now.rules.day;
    while (due(spoken_) <= static_cast<double>(now.rules.day - begun_)) {
      if (!next_.is_at_hand()) {
        next_.begin(settings_[speech_seconds] + settings_[briefing_seconds]);
      }
      if (!next_.is_done_after(plan)) return;
      speak(now, plan);
      ++spoken_;
    }
  }

 private:
  enum : std::uint8_t { in_line, off_message };

  // They take turns, evenly over the days between two speeches of one of them.
  double due(std::uint64_t speech) const {
    return std::floor(static_cast<double>(speech) * settings_[every_days] / settings_[voices]);
  }

  // Whoever speaks alone contradicts nobody: P = (1 - 1 / voices) 2^(-briefing / half).
  float off_message_probability() const {
    const auto halvings =
        static_cast<float>(settings_[briefing_seconds] / settings_[briefing_half_seconds]);
    return static_cast<float>(1 - 1 / settings_[voices]) * exp2_kernel(-halvings);
  }

  void speak(const Situation& now, Plan& plan) const {
    const Permutation order(now.rules.draws, now.population.people(), 0, Purpose::champion);
    const auto number =
        static_cast<std::uint32_t>(spoken_ % static_cast<std::uint64_t>(settings_[voices]));
    const std::uint32_t champion = order[number % now.population.people()];
    const float u =
        now.rules.draws.uniform(PersonId{champion}, now.rules.day, number, Purpose::off_message);
    const bool contradicts = u < off_message_probability();
    const std::uint8_t product = product_topic(now);
    plan.send_all(now.network.graph.neighbours(champion), contradicts ? off_message : in_line,
                  product);
  }

  std::vector<double> settings_;
  Day begun_ = -1;            // day of the first speech
  std::uint64_t spoken_ = 0;  // speeches
  PieceOfWork next_;          // one of them, and what comes before it
};

}  // namespace

const StrategyRow employee_champions_row = {
    "employee-champions",
    "the sender's own people speak for it to those around them, with one voice or many",
    settings,
    {},
    create_strategy<EmployeeChampions>};

}  // namespace rapport
