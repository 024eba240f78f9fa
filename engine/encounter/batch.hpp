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
/// columns; yes/no columns hold 0 or 1. Until Step::deliver is over the rows are everything sent;
/// then those remain that are read, for the others nothing more happens.
struct Batch {
  std::size_t size = 0;

  /// How the people are met: the same for the whole batch, so that rules need not ask row by row.
  Approach approach;
  std::uint32_t approach_number = 0;  // of the world
  Channel channel() const { return approach.channel; }
  Origin origin() const { return row_of(approach.channel).origin; }
  bool from_sender() const { return origin() == Origin::sender; }

  // Who meets whom.
  Column<std::uint32_t> target;
  Column<std::uint32_t> sequence;  // third word of the draw's address
  Column<std::uint32_t> topic;
  // The relation and the person as they lie in memory.
  PackedColumn kept, person;
  /// Draws of the block that every encounter needs, in (0, 1).
  Column<float> attention_draw, response_draw, exit_draw, share_draw;

  // What decides on reading, and whether it comes to that.
  Column<std::uint32_t> marks;  // as they were before the encounter
  Column<std::uint32_t> stage;  // Stage, the same
  Column<float> annoyance;      // settled to today, changed by rules
  Column<std::uint32_t> privacy;
  Column<std::uint32_t> load_level;
  Column<std::uint32_t> rival_messages;  // of today, among rivals; else nothing stands here
  Column<float> visibility;              // of the channel, at this stage
  Column<std::uint32_t> delivered, read;

  // The rest of the relation, of those who read.
  Column<float> trust;               // settled to today, changed by rules
  Column<float> ceiling;             // of trust, changed by rules
  Column<std::uint32_t> contacts;    // messages read before this one, at most 255
  Column<float> recent;              // recent contacts, decayed to today
  Column<std::uint32_t> mutual;      // connected neighbours
  Column<float> days_since_contact;  // 0 when never
  Column<float> rival_contacts;      // recent contacts of rivals, among rivals
  Column<float> view_age;            // days since it first met the sender, where views harden
  Column<float> crowd;               // contacts that make the next one annoying, changed by rules
  // To be taken out of the running totals.
  Column<float> kept_trust, kept_annoyance;
  Column<float> rest_before;  // where trust comes to rest, before the encounter
  Column<std::int32_t> settled;
  Column<float> trust_before, annoyance_before;  // settled to today, before the encounter

  // The rest of the person.
  Column<float> interest;  // in the encounter's topic
  Column<float> fit;       // interest in the product's topic
  Column<float> patience, talkativeness;
  Column<float> prior;                 // trust before anything happened
  Column<std::uint32_t> market_phase;  // fraction of an epoch, of 2^32

  // What becomes of it (the rules).
  Column<float> intrusiveness;  // of the channel, at this stage
  Column<std::uint32_t> in_market;
  Column<float> relevance, merit, pressure;
  Column<std::uint32_t> accepted, declined, replied, bought, muted, blocked, reported;
  Column<float> stay;  // of buyers: what they withstand before they leave, see churn
  /// Sum of 1: tells others something good, 2: something bad, 4: complains in public.
  Column<std::uint32_t> shared;
  // In channels of the feed alone, and of approaches that deceive alone; else they mean nothing.
  Column<std::uint32_t> responded, followed;
  Column<std::uint32_t> found_out;
  // Of approaches that break a confidence alone; else it means nothing.
  Column<std::uint32_t> betrayed;
};

}  // namespace rapport
