// Trust: a touch of merit m closes the share g m of the distance to the ceiling of trust, pressure
// s destroys the share l s of it. l/g = 3: what is lived through hurts more than it helps (Slovic
// 1993, Poortinga & Pidgeon 2004). Between touches trust decays toward its prior; see Relations.
#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

RAPPORT_CLONES void move(Batch& b, float gain, float loss) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float before = b.trust[i];
    const float raised = before + gain * b.merit[i] * (b.ceiling[i] - before);
    b.trust[i] = raised - loss * b.pressure[i] * raised;
  }
}

}  // namespace

void move_trust(Batch& b, const Rules& rules) {
  // What others tell moves trust by another rule: word of mouth.
  if (b.origin() == Origin::talk) return;
  // What is somebody else's, or hides its sender, is a reason to trust the sender in part.
  move(b, static_cast<float>(rules.parameters.trust.gain) * b.approach.credit,
       static_cast<float>(rules.parameters.trust.loss));
}

}  // namespace rapport
