// Complaints outside the batch: where bad experiences come from that the sender does not intend,
// who sees an open complaint, and when it is closed.
#pragma once

#include "simulation/world_state.hpp"

namespace rapport {

/// Neighbours of those who complain come to see it, as bad news; what hardly anybody sees any more
/// is forgotten. Costs the degrees of those who complain.
void show_complaints(WorldState& world);

/// The sender's product or service fails some people; listening has prevented a part of it.
void fail_some(WorldState& world);

/// Takes a new complaint down.
void open_complaint(WorldState& world, std::uint32_t person);

/// Closes the complaints that a batch of answers has put right, and fuels those it has attacked.
void note_answers(WorldState& world, const Batch& batch);

/// Whether a later day can bring a complaint, whatever the strategy does.
bool complaints_ahead(const WorldState& world);

}  // namespace rapport
