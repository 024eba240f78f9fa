#include "simulation/conclude.hpp"

#include <bit>
#include <cstring>

#include "core/clones.hpp"
#include "mechanisms/in_market.hpp"
#include "simulation/arrivals.hpp"

namespace rapport {
namespace {

/// What the batch leaves behind, as columns.
struct Outcome {
  PackedColumn relation;
  Column<std::uint32_t> marks;
  Column<Day> trusted_was, trusted_is;  // days of leaving; see ThresholdCount
  Column<Day> aggravated_was, aggravated_is;
  Column<std::uint32_t> after;  // bits of `after`: what one has to look at row by row
};

namespace after {
constexpr std::uint32_t newly_noted = 1;  // the first touch of a relation
constexpr std::uint32_t crosses = 2;      // a threshold is or was crossed
constexpr std::uint32_t noteworthy = 4;   // somebody else is concerned, or it is rare
constexpr std::uint32_t may_return = 8;   // has a reason to remember the sender
}  // namespace after

/// What the batch adds up to.
struct Sums {
  std::uint32_t delivered = 0, read = 0, newly_touched = 0, newly_reached = 0;
  std::int64_t trust = 0, annoyance = 0;  // DecayingSum::fixed
  std::uint64_t hash = 0;
};

constexpr std::uint32_t bit(std::uint32_t yes, std::uint32_t mark) {
  return yes ? mark : 0u;
}

RAPPORT_CLONES void settle_marks(const Batch& b, std::uint32_t sender, std::uint32_t invitation,
                                 Outcome& out) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    std::uint32_t marks = b.marks[i];
    marks |= bit(b.delivered[i], mark::noted) | bit(b.read[i], mark::reached);
    marks |= bit(b.delivered[i] & sender, mark::touched);
    marks |= bit(b.read[i] & invitation, mark::invited);
    marks |= bit(b.accepted[i], mark::connected) | bit(b.bought[i], mark::customer);
    marks |= bit(b.muted[i], mark::muted) | bit(b.blocked[i], mark::blocked);
    marks |= bit(b.reported[i], mark::reported);
    marks |= bit(b.shared[i] & 1u, mark::told_good) | bit(b.shared[i] & 2u, mark::told_bad);
    // A decline is remembered until an invitation is accepted.
    marks |= bit(b.declined[i], mark::declined);
    marks &= ~bit(b.accepted[i], mark::declined);
    // Whoever blocks or reports is no longer connected.
    marks &= ~bit(b.blocked[i] | b.reported[i], mark::connected);
    const bool hopeful = (b.trust[i] > 0.0f) & ((marks & mark::entry_scheduled) == 0);
    const std::uint32_t returns = b.read[i] & static_cast<std::uint32_t>(hopeful);
    const std::uint32_t notes = b.accepted[i] | b.replied[i] | b.bought[i] | b.declined[i] |
                                b.shared[i] | b.muted[i] | b.blocked[i] | b.reported[i];
    out.marks[i] = marks;
    out.after[i] = bit(~b.marks[i] & marks & mark::noted, after::newly_noted) |
                   bit(notes, after::noteworthy) | bit(returns, after::may_return);
  }
}

/// The thresholds behind the two counts, as numbers for a loop.
struct Thresholds {
  TrustThreshold trust;
  float aggravated;
  float annoyance_half_life;
};

RAPPORT_CLONES void find_leaving_days(const Batch& b, const Thresholds t, Day today, Outcome& out) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const Day trusted_was = t.trust.leaves(b.kept_trust[i], b.settled[i]);
    const Day trusted_is = t.trust.leaves(b.trust[i], today);
    const Day aggravated_was =
        leaving_day(b.kept_annoyance[i], t.aggravated, b.settled[i], t.annoyance_half_life);
    const Day aggravated_is =
        leaving_day(b.annoyance[i], t.aggravated, today, t.annoyance_half_life);
    out.trusted_was[i] = trusted_was;
    out.trusted_is[i] = trusted_is;
    out.aggravated_was[i] = aggravated_was;
    out.aggravated_is[i] = aggravated_is;
    const bool crosses = (trusted_was > today) | (trusted_is > today) | (aggravated_was > today) |
                         (aggravated_is > today);
    out.after[i] |= bit(b.read[i] & static_cast<std::uint32_t>(crosses), after::crosses);
  }
}

// Puts the relations together as they will be kept; those of unread encounters as they were.
RAPPORT_CLONES void pack(const Batch& b, std::uint32_t sender, Day today, Outcome& out) {
  const auto now = static_cast<std::uint32_t>(today);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const Packed& kept = b.kept[i];
    const float contacts = b.recent[i] * 8.0f + 8.5f;
    const auto eighths = static_cast<std::uint32_t>(
        static_cast<std::int32_t>(contacts < 255.0f ? contacts : 255.0f));
    const bool read = b.read[i] != 0;
    const bool contacted = (b.read[i] & sender) != 0;
    const std::uint32_t settled = read ? now : kept[2] & 0xffffu;
    const std::uint32_t contact = contacted ? (now + 1u) << 16 : kept[2] & 0xffff0000u;
    const std::uint32_t recent = contacted ? eighths << 16 : kept[3] & 0xff0000u;
    out.relation[i][0] = read ? std::bit_cast<std::uint32_t>(b.trust[i]) : kept[0];
    out.relation[i][1] = read ? std::bit_cast<std::uint32_t>(b.annoyance[i]) : kept[1];
    out.relation[i][2] = settled | contact;
    out.relation[i][3] = out.marks[i] | recent | (kept[3] & 0xff000000u);
  }
}

// Marks that say what the engine has done for a person, not what has happened to them.
constexpr std::uint32_t bookkeeping = mark::noted | mark::entry_scheduled;

// One 32-bit hash for each encounter; multiplications mix, the sum over encounters does not care
// about their order.
RAPPORT_CLONES void sum_up(const Batch& b, std::uint32_t sender, float prior, std::uint32_t salt,
                           const Outcome& out, Sums& sums) {
  std::uint32_t delivered = 0, read = 0, newly_touched = 0, newly_reached = 0;
  std::int64_t trust = 0, annoyance = 0;
  std::uint64_t hashes = 0;
  for (std::size_t i = 0; i < b.size; ++i) {
    delivered += b.delivered[i] & sender;
    read += b.read[i] & sender;
    const auto untouched = static_cast<std::uint32_t>((b.marks[i] & mark::touched) == 0);
    const auto unreached = static_cast<std::uint32_t>((b.marks[i] & mark::reached) == 0);
    newly_touched += b.delivered[i] & sender & untouched;
    newly_reached += b.read[i] & unreached;
    // Unread encounters move nothing, so before and after are equal bits.
    trust += DecayingSum::fixed(b.trust[i] - prior) - DecayingSum::fixed(b.trust_before[i] - prior);
    annoyance += DecayingSum::fixed(b.annoyance[i]) - DecayingSum::fixed(b.annoyance_before[i]);
    std::uint32_t h = ((b.target[i] + 1u) * 0x9e3779b1u) ^ salt;
    h = (h ^ (h >> 15)) * 0x2c1b3c6du;
    h ^= std::bit_cast<std::uint32_t>(b.trust[i]) * 0xc2b2ae3du;
    h ^= std::bit_cast<std::uint32_t>(b.annoyance[i]) * 0x27d4eb2fu;
    h = (h ^ (h >> 13)) * 0x297a2d39u;
    h ^= (out.marks[i] & ~bookkeeping) * 0x165667b1u + b.delivered[i] + 2u * b.read[i];
    h = (h ^ (h >> 16)) * 0x846ca68bu;
    hashes += h;
  }
  sums = {delivered, read, newly_touched, newly_reached, trust, annoyance, hashes};
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
    today.inbound_sales += b.origin() == Origin::market;
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

void count_thresholds(WorldState& world, const Outcome& out, std::size_t i) {
  world.totals.trusted.remove(out.trusted_was[i]);
  world.totals.trusted.add(out.trusted_is[i]);
  world.totals.aggravated.remove(out.aggravated_was[i]);
  world.totals.aggravated.add(out.aggravated_is[i]);
}

void add(const Sums& sums, WorldState& world) {
  world.today.delivered += sums.delivered;
  world.today.read += sums.read;
  world.today.newly_touched += sums.newly_touched;
  world.today.newly_reached += sums.newly_reached;
  world.totals.trust.add(sums.trust);
  world.totals.annoyance.add(sums.annoyance);
  world.event_hash += sums.hash * 0x9e3779b97f4a7c15ull;
}

}  // namespace

void conclude(WorldState& world, std::span<const Encounter> encounters, const Batch& b) {
  const Parameters& parameters = world.rules.parameters;
  const Day day = world.rules.day;
  const std::uint32_t sender = b.from_sender();
  Outcome out;
  Sums sums;
  settle_marks(b, sender, row_of(b.channel()).answer == Answer::connection, out);
  find_leaving_days(
      b,
      {world.trust_threshold, static_cast<float>(parameters.annoyance.aggravated_threshold),
       static_cast<float>(parameters.annoyance.half_life_days)},
      day, out);
  pack(b, sender, day, out);
  const auto when_and_how =
      static_cast<std::uint32_t>(day) * 16u + static_cast<std::uint32_t>(b.channel());
  sum_up(b, sender, world.decay.prior(), (when_and_how + 1u) * 0x85ebca77u, out, sums);
  add(sums, world);
  world.encounters += b.size;
  for (std::size_t i = 0; i < b.size; ++i) {
    Relation& relation = world.relations.overwrite(b.target[i]);
    std::memcpy(&relation, &out.relation[i], sizeof relation);
    const std::uint32_t then = out.after[i];
    if (then == 0) continue;
    if (then & after::newly_noted) world.relations.note(b.target[i]);
    if (then & after::crosses) count_thresholds(world, out, i);
    if (then & after::noteworthy) follow_up(world, encounters[i], b, i);
    if ((then & after::may_return) && world.active.in_market) {
      relation.marks |= mark::entry_scheduled;
      schedule_market_entry(world, b.target[i]);
    }
  }
}

}  // namespace rapport
