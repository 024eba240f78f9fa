// Relations and traits as they lie in memory: 16 bytes, moved as a whole, taken apart and put
// together in whole columns.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "population/relations.hpp"
#include "population/traits.hpp"

namespace rapport {

/// Relation: trust | lost ceiling << 24, annoyance | contacts << 24, settled | contacted << 16,
/// marks | recent << 16 | mutual << 24.
/// Traits: four interests, four interests, load | privacy << 8 | patience << 16 | talk << 24, prior
/// | phase << 16.
using Packed = std::array<std::uint32_t, 4>;
static_assert(sizeof(Packed) == sizeof(Relation) && sizeof(Packed) == sizeof(Traits));
static_assert(std::endian::native == std::endian::little, "fields are reached by shifts");

}  // namespace rapport
