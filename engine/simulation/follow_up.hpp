// What an encounter means for others: who connected, who left, who tells, who bought.
#pragma once

#include <span>

#include "simulation/ledger.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Enters into the world what has happened in a part of a turn, in its order.
void follow_up(WorldState& world, Turn turn, std::span<const Happening> happenings);

}  // namespace rapport
