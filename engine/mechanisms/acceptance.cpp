#include "mechanisms/acceptance.hpp"

#include "core/clones.hpp"
#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

RAPPORT_CLONES void accept(Batch& b, const AcceptanceRule rule, float intercept) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float p = rule.probability(
        {intercept, b.merit[i], b.trust[i], b.annoyance[i], b.pressure[i], b.mutual[i] > 0});
    const auto open = static_cast<std::uint32_t>((b.marks[i] & mark::connected) == 0);
    const auto yes = static_cast<std::uint32_t>(b.response_draw[i] < p);
    b.accepted[i] = open & yes;
    b.declined[i] = open & (1u - yes);
  }
}

}  // namespace

AcceptanceRule::AcceptanceRule(const Parameters& parameters, const Standing& standing)
    : profile_(static_cast<float>(parameters.acceptance.profile_weight) *
                   (standing.profile_quality - 0.5f) +
               standing.credibility),
      merit_(static_cast<float>(parameters.acceptance.merit_weight)),
      trust_(static_cast<float>(parameters.acceptance.trust_weight)),
      mutual_(static_cast<float>(ln_kernel(parameters.acceptance.mutual_multiplier))),
      annoyance_(static_cast<float>(parameters.acceptance.annoyance_weight)),
      pressure_(static_cast<float>(parameters.acceptance.pressure_weight)) {}

float invitation_intercept(Channel channel, const Parameters& parameters) {
  const auto& acceptance = parameters.acceptance;
  double intercept = acceptance.note_intercept;
  if (channel == Channel::blank_invitation) intercept = acceptance.blank_intercept;
  if (channel == Channel::introduction) intercept += ln_kernel(acceptance.introduction_multiplier);
  return static_cast<float>(intercept);
}

void answer_invitation(Batch& b, const Rules& rules) {
  if (row_of(b.channel()).answer != Answer::connection) return;
  const auto& acceptance = rules.parameters.acceptance;
  accept(b, AcceptanceRule(rules.parameters, rules.standing),
         invitation_intercept(b.channel(), rules.parameters));
  // Most refusals are silent: the invitation stays pending.
  const Rows unwilling = rows_with(b.declined, b.size);
  const Column<float> draw = draw_for(b, rules, unwilling, Purpose::decline);
  const auto said = static_cast<float>(acceptance.decline_share);
  for (std::size_t k = 0; k < unwilling.count; ++k) {
    b.declined[unwilling.row[k]] = static_cast<std::uint32_t>(draw[k] < said);
  }
}

}  // namespace rapport
