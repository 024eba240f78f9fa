#include "mechanisms/credibility.hpp"

#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

float credibility_logit(Expertise expertise, Voice voice, const Parameters& parameters) {
  const auto& p = parameters.credibility;
  double logit = 0;
  if (expertise == Expertise::claimed) logit -= p.claimed;
  if (expertise == Expertise::endorsed) logit += p.endorsed;
  if (expertise == Expertise::recommended) logit += p.recommended;
  if (voice == Voice::brand) logit -= p.brand;
  return static_cast<float>(logit);
}

// A misspelt name takes a share of what the message is worth (claim 104).
void stumble_over_errors(Batch& b, const Rules& rules) {
  const float errors = rules.standing.message_errors;
  if (errors == 0 || !b.from_sender()) return;
  const auto left = 1.0f - static_cast<float>(rules.parameters.credibility.error_cost);
  const Rows worth = rows_where(b.size, [&](std::size_t i) { return b.merit[i] > 0.0f; });
  const Column<float> draw = draw_for(b, rules, worth, Purpose::slip);
  for (std::size_t k = 0; k < worth.count; ++k) {
    b.merit[worth.row[k]] *= draw[k] < errors ? left : 1.0f;
  }
}

}  // namespace rapport
