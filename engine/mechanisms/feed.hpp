// Feed: a post is shown to a share of the sender's audience, and again to more if it gains
// response. Reach declines over the years, other posts dilute it, false accounts never respond.
#pragma once

#include "core/random.hpp"
#include "parameters/parameters.hpp"

namespace rapport {

/// Room that the feeds have for a post of that day, relative to one post of the first day: 2^(-day
/// / half-life) / clutter. Claims 105, 106.
double feed_room(Day day, const Parameters& parameters);

/// Chance that a post is shown to one of the audience on its day.
double organic_reach(Day day, const Parameters& parameters);

/// To how many times as many people a post is shown again on the next day: amplification x min(1,
/// share of responses / good response). `shown` includes false accounts. Claim 107.
double amplified(double responses, double shown, const Parameters& parameters);

/// Days that a false account lasts which was the number-th to be bought on `day`; at least one.
Day life_of_false_account(std::uint32_t number, Day day, const Draws& draws,
                          const Parameters& parameters);

}  // namespace rapport
