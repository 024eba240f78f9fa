// A few hundred encounters as columns: what the mechanisms transform.
#pragma once

#include <Eigen/Core>
#include <array>
#include <cstdint>

#include "core/rows.hpp"
#include "encounter/approach.hpp"
#include "population/packed.hpp"

namespace rapport {

/// Small enough that all columns stay in the nearest caches, large enough to hide a call.
inline constexpr std::size_t batch_size = most_rows;

/// One number for each encounter; entries from Batch::size on mean nothing.
template <class T>
using Column = Eigen::Array<T, batch_size, 1>;

using PackedColumn = std::array<Packed, batch_size>;

/// What stands in a new batch.
struct Zeros {
  template <class T>
  operator Column<T>() const {
    return Column<T>::Zero();
  }
};
inline constexpr Zeros zeros;

/// Rows are encounters of one approach with different people. A rule reads and writes whole
/// columns; yes/no columns hold 0 or 1. Until Step::deliver is over the rows are everything sent;
/// then those remain that are read, for the others nothing more happens.
struct Batch {
  std::size_t size = 0;
  /// Rows from `size` on hold what earlier batches and people who did not read left there: each a
  /// number that may stand in its column, not all of one person. Nothing comes of them. Columns
  /// that a rule makes for itself it fills as far.
  std::size_t padded() const { return rapport::padded(size); }

  /// How the people are met: the same for the whole batch, so that rules need not ask row by row.
  Approach approach;
  Channel channel() const { return approach.channel; }
  Origin origin() const { return row_of(approach.channel).origin; }
  bool from_sender() const { return origin() == Origin::sender; }

  // Who meets whom.
  // Each column takes whole registers, so that the others begin where one begins, too.
  alignas(register_bytes) Column<std::uint32_t> target = zeros;
  Column<std::uint32_t> sequence = zeros;  // third word of the draw's address
  Column<std::uint32_t> topic = zeros;
  // The relation and the person as they lie in memory.
  PackedColumn kept = {}, person = {};
  /// Draws of the block that every encounter needs, in (0, 1).
  Column<float> attention_draw = zeros, response_draw = zeros, exit_draw = zeros,
                share_draw = zeros;

  // What decides on reading, and whether it comes to that.
  Column<std::uint32_t> marks = zeros;  // as they were before the encounter
  Column<std::uint32_t> stage = zeros;  // Stage, the same
  Column<float> annoyance = zeros;      // settled to today, changed by rules
  Column<std::uint32_t> privacy = zeros;
  Column<std::uint32_t> load_level = zeros;
  Column<std::uint32_t> rival_messages = zeros;  // of today, among rivals; else nothing stands here
  Column<float> visibility = zeros;              // of the channel, at this stage
  Column<std::uint32_t> delivered = zeros, read = zeros;

  // The rest of the relation, of those who read.
  Column<float> trust = zeros;               // settled to today, changed by rules
  Column<float> ceiling = zeros;             // of trust, changed by rules
  Column<std::uint32_t> contacts = zeros;    // messages read before this one, at most 255
  Column<float> recent = zeros;              // recent contacts, decayed to today
  Column<std::uint32_t> mutual = zeros;      // connected neighbours
  Column<float> days_since_contact = zeros;  // 0 when never
  Column<float> rival_contacts = zeros;      // recent contacts of rivals, among rivals
  Column<float> view_age = zeros;  // days since it first met the sender, where views harden
  Column<float> crowd = zeros;     // contacts that make the next one annoying, changed by rules
  // To be taken out of the running totals.
  Column<float> kept_trust = zeros, kept_annoyance = zeros;
  Column<float> rest_before = zeros;  // where trust comes to rest, before the encounter
  Column<std::int32_t> settled = zeros;
  Column<float> trust_before = zeros,
                annoyance_before = zeros;  // settled to today, before the encounter

  // The rest of the person.
  Column<float> interest = zeros;  // in the encounter's topic
  Column<float> fit = zeros;       // interest in the product's topic
  Column<float> patience = zeros, talkativeness = zeros;
  Column<float> prior = zeros;                 // trust before anything happened
  Column<std::uint32_t> market_phase = zeros;  // fraction of an epoch, of 2^32

  // What becomes of it (the rules).
  Column<float> intrusiveness = zeros;  // of the channel, at this stage
  Column<std::uint32_t> in_market = zeros;
  Column<float> relevance = zeros, merit = zeros, pressure = zeros;
  Column<std::uint32_t> accepted = zeros, declined = zeros, replied = zeros, bought = zeros,
                        muted = zeros, blocked = zeros, reported = zeros;
  Column<float> stay = zeros;  // of buyers: what they withstand before they leave, see churn
  /// Sum of 1: tells others something good, 2: something bad, 4: complains in public.
  Column<std::uint32_t> shared = zeros;
  // In channels of the feed alone, and of approaches that deceive alone; else they mean nothing.
  Column<std::uint32_t> responded = zeros, followed = zeros;
  Column<std::uint32_t> found_out = zeros;
  // Of approaches that break a confidence alone; else it means nothing.
  Column<std::uint32_t> betrayed = zeros;
};

}  // namespace rapport
