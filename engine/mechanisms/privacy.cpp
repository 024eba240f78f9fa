// Privacy: closed people are reached by connections alone; restricted people's settings refuse a
// share of what strangers send (claim 77).
#include "mechanisms/rule_functions.hpp"
#include "population/traits.hpp"

namespace rapport {

void refuse_by_privacy(Batch& b, const Rules& rules) {
  if (!b.from_sender()) return;
  const auto refusal = static_cast<float>(rules.parameters.privacy.refusal);
  for (std::size_t i = 0; i < b.size; ++i) {
    const auto privacy = static_cast<Privacy>(b.privacy[i]);
    if (privacy == Privacy::open || (b.marks[i] & mark::connected)) continue;
    const bool refused = privacy == Privacy::closed ||
                         rules.draws.uniform(PersonId{b.target[i]}, rules.day, b.sequence[i],
                                             Purpose::refusal) < refusal;
    if (refused) b.delivered[i] = 0;
  }
}

}  // namespace rapport
