// Annoyance: A += a x intrusiveness x (1 - m) x (1 + crowding x recent contacts) x (1 - A). A pitch
// that meets a person who is searching does not intrude (claim N3). Half-life of weeks: Kronrod &
// Huber 2019; crowding: Schmidt & Eisend 2015.
#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"
#include "mechanisms/word_of_mouth.hpp"

namespace rapport {

namespace {

RAPPORT_CLONES void move(Batch& b, float step, float crowding) {
  const float asked_for = b.approach.pitch_in_market;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float before = b.annoyance[i];
    const float unasked = share_unasked(b.in_market[i], asked_for);
    const float size =
        step * b.intrusiveness[i] * unasked * (1.0f - b.merit[i]) * (1.0f + crowding * b.crowd[i]);
    const float bounded = size < 1.0f ? size : 1.0f;
    b.annoyance[i] = before + bounded * (1.0f - before);
  }
}

}  // namespace

void move_annoyance(Batch& b, const Rules& rules) {
  // An experience disturbs as far as its channel does; news and own visits do not.
  if (!b.from_sender() && b.origin() != Origin::experience) return;
  move(b, static_cast<float>(rules.parameters.annoyance.step),
       static_cast<float>(rules.parameters.annoyance.crowding));
}

}  // namespace rapport
