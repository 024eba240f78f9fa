// Writes a finished batch back: relations, totals, counts and what follows for others.
#pragma once

#include "simulation/world_state.hpp"

namespace rapport {

void conclude(WorldState& world, const Batch& batch);

}  // namespace rapport
