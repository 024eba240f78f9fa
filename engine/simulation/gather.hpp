// Fills the columns of a batch that decide on whether an encounter is read.
#pragma once

#include <span>

#include "simulation/world_state.hpp"

namespace rapport {

/// Loads encounters of one turn, which have different targets, and draws the numbers that every
/// encounter needs; all are delivered until a rule refuses. `round` holds them and those that come
/// next, from `first` on.
void gather(const WorldState& world, Turn turn, std::span<const Encounter> round, std::size_t first,
            Batch& batch);

}  // namespace rapport
