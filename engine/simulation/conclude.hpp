// Writes a finished batch back: relations, totals, counts and what follows for others.
#pragma once

#include "simulation/world_state.hpp"

namespace rapport {

/// `turn` tells which of the day's encounters the batch holds.
void conclude(WorldState& world, Turn turn, const Batch& batch);

}  // namespace rapport
