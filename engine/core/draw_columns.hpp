// Addressed draws for a whole batch at once: the same numbers as Draws gives one by one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/random.hpp"

namespace rapport {

inline constexpr std::size_t draws_at_once = 16;

/// Columns of the address: entry i addresses one block of four draws.
struct DrawAddresses {
  const std::uint32_t* person;
  const std::uint32_t* day;
  const std::uint32_t* sequence;
};

/// Fills out[lane][i] with the uniform draw in (0, 1) of the lane-th purpose of `purpose`'s block,
/// for i below `count`. Every column must hold `count` rounded up to the next multiple of
/// draws_at_once; all of that is read and written, and what stands behind `count` means nothing.
void draw_columns(const Draws& draws, const DrawAddresses& addresses, Purpose purpose,
                  std::size_t count, const std::array<float*, 4>& out);

}  // namespace rapport
