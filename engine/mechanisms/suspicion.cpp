// Suspicion: of a sender with a bad name people who do not trust it suspect the motive, whatever it
// does: m *= 1 - bad name (1 - T). Whoever spends to mend its image meets this first (claim 136;
// Eisend & Tarrahi 2021).
#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

RAPPORT_CLONES void doubt(Batch& b, float bad_name) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) b.merit[i] *= 1.0f - bad_name * (1.0f - b.trust[i]);
}

}  // namespace

void suspect_motive(Batch& b, const Rules& rules) {
  const float bad_name = rules.standing.bad_name;
  if (bad_name != 0.0f && b.from_sender()) doubt(b, bad_name);
}

}  // namespace rapport
