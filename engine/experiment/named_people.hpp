// Finds the people whom a campaign names by the ids of a network's file.
#pragma once

#include "network/network.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// Adds to each campaign's `ids` the numbers of its `labels`. Throws Failure(bad_data) when the
/// network has no person of that id.
void number_named_people(Scenario& scenario, const Network& network);

}  // namespace rapport
