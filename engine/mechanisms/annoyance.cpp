// Annoyance: A += a x intrusiveness x (1 - m) x (1 + crowding x recent contacts) x (1 - A). A pitch
// that meets a person who is searching does not intrude (claim N3). Half-life of weeks: Kronrod &
// Huber 2019; crowding: Schmidt & Eisend 2015.
#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

RAPPORT_CLONES void move_annoyance(Batch& b, const Rules& rules) {
  const auto step = static_cast<float>(rules.parameters.annoyance.step);
  const auto crowding = static_cast<float>(rules.parameters.annoyance.crowding);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const float welcome = b.in_market[i] ? b.pitch_in_market[i] : 0.0f;
    const float size = step * b.intrusiveness[i] * (1.0f - welcome) * (1.0f - b.merit[i]) *
                       (1.0f + crowding * b.recent[i]);
    const float bounded = size < 1.0f ? size : 1.0f;
    const float moved = b.annoyance[i] + bounded * (1.0f - b.annoyance[i]);
    b.annoyance[i] = b.read[i] & b.from_sender[i] ? moved : b.annoyance[i];
  }
}

}  // namespace rapport
