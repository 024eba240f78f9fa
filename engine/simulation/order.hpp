// Brings a day's encounters into the order in which they are processed.
#pragma once

#include <cstdint>
#include <vector>

#include "encounter/approach.hpp"

namespace rapport {

/// Sorts encounters of one approach by target, keeping the order of what is equal, and numbers
/// repeated encounters from one source (Encounter::occurrence). `scratch` is working memory.
void order_encounters(std::vector<Encounter>& encounters, std::vector<Encounter>& scratch,
                      std::uint32_t people);

/// Takes the next round out of sorted encounters: each target's first one moves to `round`, the
/// others stay, in order.
void take_round(std::vector<Encounter>& encounters, std::vector<Encounter>& round);

}  // namespace rapport
