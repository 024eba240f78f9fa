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

/// Whether news can matter to a person with such marks. With `feelings` off it moves nobody and is
/// passed on once, so that whoever has told it is past it.
inline bool can_matter(std::uint32_t marks, std::uint32_t source, const Rules& rules) {
  const std::uint32_t told = is_good_news(source) ? mark::told_good : mark::told_bad;
  return rules.parameters.word_of_mouth.feelings != 0 || (marks & told) == 0;
}

/// Which of the listeners hear it.
Rows listen(const Rules& rules, const Talk& talk);

/// Share of a message's intrusiveness that is left: a pitch that a person in the market asked for
/// does not intrude. `asked_for` is the pitch to people in the market.
inline float share_unasked(std::uint32_t in_market, float asked_for) {
  return 1.0f - (in_market != 0 ? asked_for : 0.0f);
}

/// Tone of an experience in [-1, 1]: what it gave minus how it disturbed.
inline float experience_tone(float merit, float intrusiveness) {
  return merit - intrusiveness * (1.0f - merit);
}

}  // namespace rapport
