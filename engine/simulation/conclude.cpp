#include "simulation/conclude.hpp"

#include <bit>

#include "core/clones.hpp"
#include "mechanisms/in_market.hpp"
#include "simulation/arrivals.hpp"

namespace rapport {
namespace {

/// What the batch leaves behind, as columns.
struct Outcome {
  Column<std::uint32_t> marks;
  Column<std::uint32_t> recent;         // in eighths
  Column<Day> trusted_was, trusted_is;  // days of leaving; see ThresholdCount
  Column<Day> aggravated_was, aggravated_is;
  Column<std::uint32_t> hash;
  Column<std::uint32_t> follow_up;  // not 0: something happens to others, or rarely
};

constexpr std::uint32_t bit(std::uint32_t yes, std::uint32_t mark) {
  return yes ? mark : 0u;
}

RAPPORT_CLONES void settle_marks(const Batch& b, Outcome& out) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const bool invitation = b.channel[i] == static_cast<std::uint32_t>(Channel::blank_invitation) ||
                            b.channel[i] == static_cast<std::uint32_t>(Channel::note);
    std::uint32_t marks = b.marks[i] | mark::noted;
    marks |= bit(b.delivered[i] & b.from_sender[i], mark::touched) | bit(b.read[i], mark::reached);
    marks |= bit(b.read[i] & static_cast<std::uint32_t>(invitation), mark::invited);
    marks |= bit(b.accepted[i], mark::connected) | bit(b.bought[i], mark::customer);
    marks |= bit(b.muted[i], mark::muted) | bit(b.blocked[i], mark::blocked);
    marks |= bit(b.reported[i], mark::reported);
    marks |= bit(b.shared[i] & 1u, mark::told_good) | bit(b.shared[i] & 2u, mark::told_bad);
    // A decline is remembered until an invitation is accepted.
    marks |= bit(b.declined[i], mark::declined);
    marks &= ~bit(b.accepted[i], mark::declined);
    // Whoever blocks or reports is no longer connected.
    marks &= ~bit(b.blocked[i] | b.reported[i], mark::connected);
    out.marks[i] = marks;
    const float contacts = b.recent[i] + static_cast<float>(b.read[i] & b.from_sender[i]);
    const float eighths = contacts * 8.0f + 0.5f;
    out.recent[i] =
        static_cast<std::uint32_t>(static_cast<std::int32_t>(eighths < 255.0f ? eighths : 255.0f));
    out.follow_up[i] = b.accepted[i] | b.replied[i] | b.bought[i] | b.declined[i] | b.shared[i] |
                       b.muted[i] | b.blocked[i] | b.reported[i];
  }
}

RAPPORT_CLONES void find_leaving_days(const Batch& b, const TrustThreshold trust,
                                      float aggravated_threshold, float annoyance_half_life,
                                      Day today, Outcome& out) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    out.trusted_was[i] = trust.leaves(b.kept_trust[i], b.settled[i]);
    out.trusted_is[i] = trust.leaves(b.trust[i], today);
    out.aggravated_was[i] =
        leaving_day(b.kept_annoyance[i], aggravated_threshold, b.settled[i], annoyance_half_life);
    out.aggravated_is[i] =
        leaving_day(b.annoyance[i], aggravated_threshold, today, annoyance_half_life);
  }
}

// One 32-bit hash for each encounter; multiplications mix, the sum over encounters does not care
// about their order.
RAPPORT_CLONES void hash_events(const Batch& b, Day today, Outcome& out) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    std::uint32_t h = (b.target[i] + 1u) * 0x9e3779b1u;
    h ^= (static_cast<std::uint32_t>(today) + b.channel[i] * 0x10000u + 1u) * 0x85ebca77u;
    h = (h ^ (h >> 15)) * 0x2c1b3c6du;
    h ^= std::bit_cast<std::uint32_t>(b.trust[i]) * 0xc2b2ae3du;
    h ^= std::bit_cast<std::uint32_t>(b.annoyance[i]) * 0x27d4eb2fu;
    h = (h ^ (h >> 13)) * 0x297a2d39u;
    h ^= out.marks[i] * 0x165667b1u + b.delivered[i] + 2u * b.read[i];
    out.hash[i] = (h ^ (h >> 16)) * 0x846ca68bu;
  }
}

// Everything that is not a plain number: who connected, who left, who tells, who bought.
void follow_up(WorldState& world, const Encounter& e, const Batch& b, std::size_t i) {
  Counts& today = world.today;
  today.replies += b.replied[i];
  today.declined += b.declined[i];
  today.muted += b.muted[i];
  today.blocked += b.blocked[i];
  today.reported += b.reported[i];
  const bool leaves = b.blocked[i] | b.reported[i];
  if (b.muted[i] | leaves) today.newly_burned += (b.marks[i] & mark::shut_out) == 0;
  if (leaves && (b.marks[i] & mark::connected)) {
    ++today.disconnected;
    world.answers.lost.push_back(e.target);
  }
  if (b.accepted[i]) {
    ++today.connected;
    world.answers.connected.push_back({e.target, e.topic});
  }
  if (b.bought[i]) {
    ++today.sales;
    today.inbound_sales += b.from_sender[i] == 0;
    today.trusted_sales += world.trust_threshold.above(b.trust_before[i]);
    world.rules.last_purchase[e.target] =
        market_epoch(world.rules.day, b.market_phase[i], world.rules.parameters.market.window_days);
  }
  if (b.shared[i]) {
    const bool good = b.shared[i] == 1;
    (good ? today.new_advocates : today.new_detractors) += 1;
    world.tellers.push_back({e.target, good});
  }
}

void keep_feelings(WorldState& world, const Batch& b, const Outcome& out, std::size_t i,
                   Relation& relation) {
  FeelingTotals& totals = world.totals;
  const float prior = world.decay.prior();
  totals.trust.change(b.trust_before[i] - prior, b.trust[i] - prior);
  totals.annoyance.change(b.annoyance_before[i], b.annoyance[i]);
  totals.trusted.remove(out.trusted_was[i]);
  totals.trusted.add(out.trusted_is[i]);
  totals.aggravated.remove(out.aggravated_was[i]);
  totals.aggravated.add(out.aggravated_is[i]);
  relation.trust = b.trust[i];
  relation.annoyance = b.annoyance[i];
  relation.settled = static_cast<std::uint16_t>(world.rules.day);
}

}  // namespace

void conclude(WorldState& world, std::span<const Encounter> encounters, const Batch& b) {
  const Parameters& parameters = world.rules.parameters;
  const Day day = world.rules.day;
  Outcome out;
  settle_marks(b, out);
  find_leaving_days(b, world.trust_threshold,
                    static_cast<float>(parameters.annoyance.aggravated_threshold),
                    static_cast<float>(parameters.annoyance.half_life_days), day, out);
  hash_events(b, day, out);

  Counts& today = world.today;
  world.encounters += b.size;
  for (std::size_t i = 0; i < b.size; ++i) {
    world.event_hash += out.hash[i] * 0x9e3779b97f4a7c15ull;
    if (!b.delivered[i]) continue;
    const bool from_sender = b.from_sender[i];
    today.delivered += from_sender;
    today.newly_touched += from_sender && !(b.marks[i] & mark::touched);
    Relation& relation = world.relations.touch(b.target[i]);
    relation.marks = static_cast<std::uint16_t>(out.marks[i]);
    if (!b.read[i]) continue;
    today.read += from_sender;
    today.newly_reached += !(b.marks[i] & mark::reached);
    keep_feelings(world, b, out, i, relation);
    if (from_sender) {
      relation.contacted = static_cast<std::uint16_t>(day + 1);
      relation.recent = static_cast<std::uint8_t>(out.recent[i]);
    }
    if (out.follow_up[i]) follow_up(world, encounters[i], b, i);
    if (world.active.in_market && b.trust[i] > 0.0f && !(b.marks[i] & mark::entry_scheduled)) {
      relation.marks |= mark::entry_scheduled;
      schedule_market_entry(world, b.target[i]);
    }
  }
}

}  // namespace rapport
