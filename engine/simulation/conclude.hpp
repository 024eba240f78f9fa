// Writes a finished batch back: relations, totals, counts and what follows for others.
#pragma once

#include <span>

#include "simulation/world_state.hpp"

namespace rapport {

/// `encounters` are those that the batch was gathered from.
void conclude(WorldState& world, std::span<const Encounter> encounters, const Batch& batch);

}  // namespace rapport
