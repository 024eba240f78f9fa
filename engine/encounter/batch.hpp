// A few hundred encounters as columns: what the mechanisms transform.
#pragma once

#include <Eigen/Core>
#include <array>
#include <cstdint>

#include "encounter/approach.hpp"
#include "population/packed.hpp"

namespace rapport {

/// Small enough that all columns stay in the nearest caches, large enough to hide a call.
inline constexpr std::size_t batch_size = 256;

/// One number for each encounter; entries from Batch::size on mean nothing.
template <class T>
using Column = Eigen::Array<T, batch_size, 1>;

using PackedColumn = std::array<Packed, batch_size>;

/// Rows are encounters of one approach with different people. A rule reads and writes whole
/// columns; yes/no columns hold 0 or 1.
struct Batch {
  std::size_t size = 0;

  /// How the people are met: the same for the whole batch, so that rules need not ask row by row.
  Approach approach;
  Channel channel() const { return approach.channel; }
  Origin origin() const { return row_of(approach.channel).origin; }
  bool from_sender() const { return origin() == Origin::sender; }

  // Who meets whom (gathered).
  Column<std::uint32_t> target;
  Column<std::uint32_t> sequence;  // third word of the draw's address
  Column<std::uint32_t> topic;

  // The relation, settled to today (gathered, changed by rules, concluded).
  Column<float> trust, annoyance;
  Column<std::uint32_t> marks;       // as they were before the encounter
  Column<std::uint32_t> stage;       // Stage, the same
  Column<float> recent;              // recent contacts, decayed to today
  Column<std::uint32_t> mutual;      // connected neighbours
  Column<float> days_since_contact;  // 0 when never
  // The relation as it was kept, to be kept again or to be taken out of the running totals.
  PackedColumn kept;
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
  Column<float> visibility, intrusiveness;  // of the channel, at this stage
  Column<std::uint32_t> in_market;
  Column<std::uint32_t> delivered, read;
  Column<float> relevance, merit, pressure;
  Column<std::uint32_t> accepted, declined, replied, bought, muted, blocked, reported;
  Column<std::uint32_t> shared;  // tells others: 0 no, 1 something good, 2 something bad

  /// Draws of the block that every encounter needs, in (0, 1).
  Column<float> attention_draw, response_draw, exit_draw, share_draw;
};

}  // namespace rapport
