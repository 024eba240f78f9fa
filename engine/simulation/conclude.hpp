// Writes a finished batch back: relations, and into a ledger what follows for totals and others.
#pragma once

#include "simulation/ledger.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Of the world itself nothing is written but what belongs to the people of the batch.
void conclude(WorldState& world, const Batch& batch, Ledger& ledger);

}  // namespace rapport
