// A few hundred encounters as columns: what the mechanisms transform.
#pragma once

#include <Eigen/Core>
#include <array>
#include <cstdint>

#include "encounter/approach.hpp"

namespace rapport {

/// Small enough that all columns stay in the nearest caches, large enough to hide a call.
inline constexpr std::size_t batch_size = 256;

/// One number for each encounter; entries from Batch::size on mean nothing.
template <class T>
using Column = Eigen::Array<T, batch_size, 1>;

/// Rows are encounters with different people. A rule reads and writes whole columns; yes/no columns
/// hold 0 or 1.
struct Batch {
  std::size_t size = 0;

  // Who meets whom, how (gathered).
  Column<std::uint32_t> target;
  Column<std::uint32_t> source;
  Column<std::uint32_t> sequence;     // third word of the draw's address
  Column<std::uint32_t> channel;      // Channel
  Column<std::uint32_t> approach;     // index into the world's approaches
  Column<std::uint32_t> from_sender;  // Origin::sender
  Column<std::uint32_t> from_talk;    // Origin::talk
  Column<float> value, surprise, pitch, pitch_in_market;

  // The relation, settled to today (gathered, changed by rules, scattered).
  Column<float> trust, annoyance;
  Column<std::uint32_t> marks;
  Column<std::uint32_t> stage;       // Stage, as it was before the encounter
  Column<float> recent;              // recent contacts, decayed to today
  Column<float> mutual;              // connected neighbours
  Column<float> days_since_contact;  // 0 when never
  // The relation as it was kept, for the running totals.
  Column<float> kept_trust, kept_annoyance;
  Column<std::int32_t> settled;
  Column<float> trust_before, annoyance_before;  // settled to today, before the encounter

  // The person (gathered).
  Column<float> interest;  // in the encounter's topic
  Column<float> fit;       // interest in the product's topic
  Column<float> patience, talkativeness;
  Column<std::uint32_t> privacy;  // Privacy
  Column<std::uint32_t> load_level;
  Column<std::uint32_t> market_phase;

  // What becomes of it (the rules).
  Column<float> visibility, intrusiveness;
  Column<std::uint32_t> in_market;
  Column<std::uint32_t> delivered, read;
  Column<float> relevance, merit, pressure;
  Column<std::uint32_t> accepted, declined, replied, bought, muted, blocked, reported;
  Column<std::uint32_t> shared;  // tells others: 0 no, 1 something good, 2 something bad

  /// Draws of the block that every encounter needs, in (0, 1).
  Column<float> attention_draw, response_draw, exit_draw, share_draw;
};

}  // namespace rapport
