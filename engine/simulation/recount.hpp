// The counts of trusted relationships and of aggravated people, kept up to date batch by batch.
#pragma once

#include "encounter/batch.hpp"
#include "simulation/ledger.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Feelings after the encounter, and where trust comes to rest from now on.
struct FeelingsAfter {
  const Column<float>&trust, &rest, &annoyance;
};

/// Enters the rows of a batch as they are now instead of as they were.
void recount(WorldState& world, const Batch& b, const FeelingsAfter& after, Ledger& ledger);

}  // namespace rapport
