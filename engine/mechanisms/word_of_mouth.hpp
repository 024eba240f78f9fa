// Word of mouth: strong experiences are told to neighbours, bad ones more readily than good ones.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "core/contract.hpp"
#include "encounter/batch.hpp"
#include "encounter/rows.hpp"
#include "encounter/rules.hpp"

namespace rapport {

/// What is told today, in circles of up to four neighbours of one who tells: they share a block of
/// draws.
struct Talk {
  static constexpr std::size_t circle = 4, most_circles = batch_size / circle;
  static constexpr std::uint32_t nobody = 0xffffffffu;

  std::size_t circles = 0;
  std::array<std::uint32_t, most_circles> source;  // talk_source
  std::array<std::uint32_t, most_circles> number;  // of the circle, among those of the same source
  Column<std::uint32_t> listener = zeros;          // circle by circle; nobody where one is not full

  std::size_t size() const { return circles * circle; }
  bool full() const { return circles == most_circles; }
  /// The first of the listeners, as many as fit into a circle; the talk must not be full.
  void add(std::uint32_t of_source, std::uint32_t which, std::span<const std::uint32_t> listeners) {
    RAPPORT_EXPECTS(!full());
    source[circles] = of_source;
    number[circles] = which;
    std::uint32_t* const places = listener.data() + circles * circle;
    if (listeners.size() >= circle) {
      std::copy_n(listeners.data(), circle, places);
    } else {
      std::fill(std::copy(listeners.begin(), listeners.end(), places), places + circle, nobody);
    }
    ++circles;
  }
};

/// Whether somebody with such marks is past the news: with `feelings` off it moves nobody and is
/// passed on once.
inline bool is_past(std::uint32_t marks, std::uint32_t source) {
  return (marks & (is_good_news(source) ? mark::told_good : mark::told_bad)) != 0;
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
