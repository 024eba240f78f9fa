// Trust: a touch of merit m closes the share g m of the distance to full trust, pressure s destroys
// the share l s of it. l/g = 3: what is lived through hurts more than it helps (Slovic 1993,
// Poortinga & Pidgeon 2004). Between touches trust decays toward its prior; see Relations.
#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

RAPPORT_CLONES void move_trust(Batch& b, const Rules& rules) {
  const auto gain = static_cast<float>(rules.parameters.trust.gain);
  const auto loss = static_cast<float>(rules.parameters.trust.loss);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const float raised = b.trust[i] + gain * b.merit[i] * (1.0f - b.trust[i]);
    const float moved = raised - loss * b.pressure[i] * raised;
    b.trust[i] = b.read[i] & (1u - b.from_talk[i]) ? moved : b.trust[i];
  }
}

}  // namespace rapport
