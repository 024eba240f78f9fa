// Merit: what a message is worth to the person. m = value r, and surprise u adds u r with a bonus,
// for unexpected value builds more than expected value (claim 56; Falk 2007).
#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

RAPPORT_CLONES void weigh_merit(Batch& b, const Rules& rules) {
  const float bonus = 1.0f + static_cast<float>(rules.parameters.merit.surprise_bonus);
  const float full = b.approach.value + b.approach.surprise * bonus;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float merit = b.relevance[i] * full;
    b.merit[i] = merit < 1.0f ? merit : 1.0f;
  }
}

}  // namespace rapport
