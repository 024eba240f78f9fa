// Attention: a person reads b unsolicited messages a day; a message competes with N others.
#pragma once

#include <array>

namespace rapport {

/// E[min(b, 1 + N) / (1 + N)] with N ~ Poisson(load): the chance that one of 1 + N messages is
/// among the b that are read. Gomez-Rodriguez 2014, Hodas & Lerman 2012. `certain` other messages
/// come on top of N.
double attention_share(double load, double messages_read_per_day, double certain = 0);

/// The same for every level of Population::load_levels.
std::array<float, 256> attention_shares(const std::array<float, 256>& load_levels,
                                        double messages_read_per_day, double certain = 0);

}  // namespace rapport
