// What an encounter means for others: who connected, who left, who tells, who bought.
#pragma once

#include "simulation/world_state.hpp"

namespace rapport {

/// Takes note of the rows of a batch that are noteworthy, and of what the batch moved in all.
void follow_up(WorldState& world, Turn turn, const Batch& batch,
               const Column<std::uint32_t>& noteworthy);

}  // namespace rapport
