// Fills the columns of a batch from people, relations and the approach.
#pragma once

#include <span>

#include "simulation/world_state.hpp"

namespace rapport {

/// Loads encounters of one turn, which have different targets, settles the relations to today and
/// draws the numbers that every encounter needs. What the rules decide is set to "nothing happens".
/// `round` holds them and those that come next, from `first` on.
void gather(const WorldState& world, Turn turn, std::span<const Encounter> round, std::size_t first,
            Batch& batch);

}  // namespace rapport
