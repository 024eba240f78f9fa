// Pressure: s = pitch (1 - in market) (1 - T), less to connections: a pitch in the first contact is
// the worst, one to a person who is searching is none (claims 7, N3). A breach of confidence
// presses whoever it meets, those who trust the sender most of all (claim 100).
#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

RAPPORT_CLONES void weigh_pressure(Batch& b, const Rules& rules) {
  const auto connected_factor = static_cast<float>(rules.parameters.pressure.connected_factor);
  // Who says that it is an advert presses less (Eisend & Tarrahi 2021; claim 133).
  const auto disclosed = static_cast<float>(rules.parameters.pressure.disclosed_factor);
  const float full = b.approach.pitch * (b.channel() == Channel::advert ? disclosed : 1.0f);
  const float breach = b.approach.breach;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float closeness = b.marks[i] & mark::connected ? connected_factor : 1.0f;
    const float pitch = b.in_market[i] ? 0.0f : full;
    const float pressure = pitch * (1.0f - b.trust[i]) * closeness + breach;
    b.pressure[i] = pressure < 1.0f ? pressure : 1.0f;
  }
}

}  // namespace rapport
