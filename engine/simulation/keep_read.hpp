// What is not read ends: from here on a batch holds those who read.
#pragma once

#include "simulation/ledger.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Counts and notes what was delivered, and lets the rows go that were not read.
void keep_read(WorldState& world, Batch& batch, Ledger& ledger);

}  // namespace rapport
