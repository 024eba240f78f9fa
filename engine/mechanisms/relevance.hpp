// Relevance: how far a message meets the person's interests, and what research finds out about
// them.
#pragma once

#include <cstdint>

#include "core/random.hpp"
#include "population/traits.hpp"

namespace rapport {

/// The topic that five minutes of research suggest: with probability `accuracy` the one that
/// interests the person most, else one of the others.
std::uint8_t researched_topic(const Traits& traits, PersonId person, Day day, const Draws& draws,
                              double accuracy);

/// The topic that the sender takes to interest a person most after hearing it, the `number`-th that
/// it listens to that day: the right one with probability `accuracy`, else one of the others.
std::uint8_t overheard_topic(const Traits& traits, PersonId person, Day day, std::uint32_t number,
                             const Draws& draws, double accuracy);

}  // namespace rapport
