// Takes relations and people apart into the columns that the rules read and change.
#pragma once

#include "simulation/world_state.hpp"

namespace rapport {

/// Fills the columns from `kept` and `person`, with the relation settled to today. What the rules
/// decide is set to "nothing happens".
void unpack(const WorldState& world, Batch& batch);

}  // namespace rapport
