// Fills the columns of a batch from people, relations and the approach.
#pragma once

#include <span>

#include "simulation/world_state.hpp"

namespace rapport {

/// Loads encounters of the world's approach of that number, all with different targets, settles the
/// relations to today and draws the numbers that every encounter needs. What the rules decide is
/// set to "nothing happens".
void gather(const WorldState& world, std::uint32_t approach, std::span<const Encounter> encounters,
            Batch& batch);

}  // namespace rapport
