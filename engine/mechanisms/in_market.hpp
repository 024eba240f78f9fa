// In-market: who is searching for the product, and when. Epochs of w days with a uniform phase for
// each person; each epoch is in the market with probability pi, read lazily from an addressed draw.
#pragma once

#include <cstdint>

#include "core/random.hpp"
#include "parameters/parameters.hpp"

namespace rapport {

/// Number of the epoch that `day` falls into for a person of that phase (fraction of 2^32).
std::int32_t market_epoch(Day day, std::uint32_t phase, double window_days);

/// Whether the person is in the market during `epoch`.
bool in_market_during(const Draws& draws, PersonId person, std::int32_t epoch, double share);

/// First day after `day` and before `horizon` on which the person enters the market with a new
/// epoch; `horizon` when there is none.
Day next_market_entry(const Draws& draws, PersonId person, std::uint32_t phase, Day day,
                      Day horizon, const Parameters& parameters);

/// Chance that a person entering the market remembers the sender: trust 2^(-days since contact /
/// h).
float entry_memory(float trust, float days_since_contact, const Parameters& parameters);

/// P(in the market at least once in `days` days): 1 - (1 - pi)^(1 + floor e) (1 - pi frac e), with
/// e = (days - 1) / w.
double in_market_at_least_once(double share, double window_days, int days);

}  // namespace rapport
