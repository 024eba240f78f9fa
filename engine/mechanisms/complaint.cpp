#include "mechanisms/complaint.hpp"

#include <algorithm>

#include "core/clones.hpp"
#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"
#include "mechanisms/word_of_mouth.hpp"

namespace rapport {
namespace {

// Below this share of its first visibility a complaint counts as forgotten, so that old ones cost
// nothing (D).
constexpr float forgotten_share = 0.05f;

float freshness(const OpenComplaint& complaint, const Rules& rules) {
  const auto half_life = static_cast<float>(rules.parameters.complaint.fade_half_life_days);
  return exp2_kernel(-static_cast<float>(rules.day - complaint.voiced - 1) / half_life);
}

// A credible promise calms onlookers while it runs, a short one more than a long one.
float calm_of_promise(const OpenComplaint& complaint, const Rules& rules) {
  const auto promised = static_cast<float>(rules.promised_days);
  const bool runs = static_cast<float>(rules.day - complaint.voiced) <= promised;
  if (!runs) return 0.0f;
  const auto half_life = static_cast<float>(rules.parameters.complaint.response_half_life_days);
  return exp2_kernel(-promised / half_life);
}

float days_waited(const Batch& b, std::size_t i, const Rules& rules) {
  const OpenComplaint* complaint = rules.open_complaints.find(b.target[i]);
  const Day voiced = complaint ? complaint->voiced : rules.day - 1;
  return static_cast<float>(std::max(rules.day - voiced, Day{1}));
}

// Probability of complaining, 0 where the experience was not bad or a complaint is open.
RAPPORT_CLONES void find_readiness(const Batch& b, float voiced, float threshold,
                                   Column<float>& readiness) {
  const float asked_for = b.approach.pitch_in_market;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float unasked = share_unasked(b.in_market[i], asked_for);
    const float mood = experience_tone(b.merit[i], b.intrusiveness[i] * unasked);
    const bool ready = (-mood > threshold) & ((b.marks[i] & mark::complained) == 0);
    readiness[i] = ready ? voiced * b.talkativeness[i] * -mood : 0.0f;
  }
}

}  // namespace

float sighting_probability(const OpenComplaint& complaint, const Rules& rules) {
  const auto& p = rules.parameters.complaint;
  float seen = static_cast<float>(p.visibility) * freshness(complaint, rules) *
               (1.0f - calm_of_promise(complaint, rules));
  if (complaint.fuelled) seen *= static_cast<float>(p.bullying_multiplier);
  return std::min(seen, 1.0f);
}

bool is_forgotten(const OpenComplaint& complaint, const Rules& rules) {
  return freshness(complaint, rules) < forgotten_share;
}

Failures failures_on(Day today, double hours, const Parameters& parameters) {
  const auto& p = parameters.complaint;
  const auto prevented = static_cast<float>(-hours / p.listening_hours);
  return {p.failures_per_day * static_cast<double>(exp2_kernel(prevented)),
          today == static_cast<Day>(p.shock_day) ? p.shock_people : 0.0};
}

// An answer is worth less the longer it was waited for; later than promised it breaks a confidence.
void weigh_answer(Batch& b, const Rules& rules) {
  if (b.channel() != Channel::recovery) return;
  const auto breach = static_cast<float>(rules.parameters.complaint.broken_promise);
  const auto promised = static_cast<float>(rules.promised_days);
  for (std::size_t i = 0; i < b.size; ++i) {
    const float days = days_waited(b, i, rules);
    b.merit[i] *= promptness(days, rules.parameters);
    if (promised > 0 && days > promised) b.pressure[i] = std::min(1.0f, b.pressure[i] + breach);
  }
}

// A helpful answer takes annoyance away; trust it builds through its merit, and keeps far longer.
void relieve(Batch& b, const Rules& rules) {
  if (b.channel() != Channel::recovery) return;
  const auto relief = static_cast<float>(rules.parameters.complaint.relief);
  for (std::size_t i = 0; i < b.size; ++i) {
    b.annoyance[i] *= 1.0f - relief * promptness(days_waited(b, i, rules), rules.parameters);
  }
}

// P(complaint) = voiced x talkativeness x strength of the bad experience, where none is open.
void complain(Batch& b, const Rules& rules) {
  const auto voiced = static_cast<float>(rules.parameters.complaint.voiced);
  const bool lived = b.from_sender() || b.origin() == Origin::experience;
  if (voiced == 0 || !lived) return;
  Column<float> readiness;
  find_readiness(b, voiced, static_cast<float>(rules.parameters.word_of_mouth.strong_threshold),
                 readiness);
  const Rows ready = rows_where(b.size, [&](std::size_t i) { return readiness[i] > 0.0f; });
  const Column<float> draw = draw_for(b, rules, ready, Purpose::voice);
  for (std::size_t k = 0; k < ready.count; ++k) {
    const std::size_t i = ready.row[k];
    b.shared[i] += draw[k] < readiness[i] ? 4u : 0u;
  }
}

}  // namespace rapport
