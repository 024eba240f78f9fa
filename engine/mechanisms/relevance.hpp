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

}  // namespace rapport
