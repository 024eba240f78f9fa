// Places the people of a sample in the plane, near whom they are tied to.
#pragma once

#include <cstdint>

#include "network/network_sample.hpp"

namespace rapport {

/// Fills x and y with coordinates in [0, 1] that keep the proportions of the drawing. Same sample
/// and seed, same layout.
void lay_out(NetworkSample& sample, std::uint64_t seed);

}  // namespace rapport
