// Word of mouth: strong experiences are told to neighbours, bad ones more readily than good ones.
#pragma once

#include <cstdint>

#include "encounter/batch.hpp"
#include "encounter/rows.hpp"
#include "encounter/rules.hpp"

namespace rapport {

/// What is told today: each of `size` listeners may hear what one source (talk_source) tells.
struct Talk {
  std::size_t size = 0;
  Column<std::uint32_t> listener, source;
};

/// Which of the listeners hear it.
Rows listen(const Rules& rules, const Talk& talk);

/// Tone of an experience in [-1, 1]: what it gave minus how it disturbed.
inline float experience_tone(float merit, float intrusiveness) {
  return merit - intrusiveness * (1.0f - merit);
}

}  // namespace rapport
