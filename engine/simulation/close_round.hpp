// The end of a round: what its parts have written down is entered into the world.
#pragma once

#include <span>

#include "simulation/ledger.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Enters one part, its encounters and what they left in its ledger, and empties the ledger. Called
/// for the parts of a turn one after the other, in the order of their encounters.
void enter(WorldState& world, Turn turn, std::span<const Encounter> part, Ledger& ledger);

}  // namespace rapport
