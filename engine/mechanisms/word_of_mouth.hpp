// Word of mouth: strong experiences are told to neighbours, bad ones more readily than good ones.
#pragma once

#include <cstdint>
#include <span>

#include "encounter/batch.hpp"
#include "encounter/rules.hpp"

namespace rapport {

/// Which of up to batch_size neighbours hear today what `source` (talk_source) tells: 1 or 0 for
/// each.
void listen(const Rules& rules, std::span<const std::uint32_t> neighbours, std::uint32_t source,
            Column<std::uint32_t>& hears);

/// Tone of an experience in [-1, 1]: what it gave minus how it disturbed.
inline float experience_tone(float merit, float intrusiveness) {
  return merit - intrusiveness * (1.0f - merit);
}

}  // namespace rapport
