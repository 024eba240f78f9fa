// Complaints outside the batch: where bad experiences come from that the sender does not intend,
// who sees an open complaint, and when it is closed.
#pragma once

#include "simulation/ledger.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Neighbours of those who complain come to see it, as bad news; what hardly anybody sees any more
/// is forgotten. Costs the degrees of those who complain.
void show_complaints(WorldState& world, const Crew* crew);

/// The sender's product or service fails some people; listening has prevented a part of it.
void fail_some(WorldState& world);

/// A complaint that the person voices today.
OpenComplaint new_complaint(const WorldState& world, std::uint32_t person);

/// Whether what comes by that channel answers complaints.
bool answers_complaints(Channel channel);

/// Closes the complaint that an answer has put right, or fuels the one it has attacked.
void note_answer(WorldState& world, Channel channel, const Happening& happening);

/// Whether a later day can bring a complaint, whatever the strategy does.
bool complaints_ahead(const WorldState& world);

}  // namespace rapport
