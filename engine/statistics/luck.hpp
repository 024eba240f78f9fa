// The luck of statistics: bootstrap samples and simulated critical values.
#pragma once

#include <cstdint>

#include "core/random.hpp"

namespace rapport {

/// Draws for the statistics of an experiment with that seed. No world has this number of a
/// replicate, so statistics never share luck with what they describe; equal results give equal
/// intervals wherever they are computed.
inline Draws luck_of_statistics(std::uint64_t seed) {
  return Draws(seed, 0xffffffffu);
}

}  // namespace rapport
