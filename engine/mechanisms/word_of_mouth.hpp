// Word of mouth: strong experiences are told to neighbours, bad ones more readily than good ones.
#pragma once

#include <cstdint>

#include "encounter/rules.hpp"

namespace rapport {

/// Whether `neighbour` hears today what `teller` tells.
inline bool hears(const Rules& rules, std::uint32_t neighbour, std::uint32_t teller) {
  return rules.draws.uniform(PersonId{neighbour}, rules.day, teller, Purpose::hear) <
         static_cast<float>(rules.parameters.word_of_mouth.hear_probability);
}

/// Tone of an experience in [-1, 1]: what it gave minus how it disturbed.
float experience_tone(float merit, float intrusiveness);

}  // namespace rapport
