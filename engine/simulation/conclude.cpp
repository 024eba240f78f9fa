#include "simulation/conclude.hpp"

#include <array>
#include <bit>
#include <cstring>

#include "core/clones.hpp"
#include "encounter/rows.hpp"
#include "simulation/arrivals.hpp"
#include "simulation/complaints.hpp"
#include "simulation/recount.hpp"

namespace rapport {
namespace {

/// What the batch leaves behind, as columns.
struct Outcome {
  alignas(register_bytes) Column<std::uint32_t> marks;
  Column<std::uint32_t> events;  // see event::
  std::array<Column<std::uint32_t>, 4> words;
  PackedColumn relation;
  // As they are kept: in whole steps.
  Column<float> trust, annoyance;
  Column<float> rest;  // where trust comes to rest now
};

/// What the batch adds up to.
struct Sums {
  std::uint32_t newly_reached = 0;
  std::int64_t trust = 0, rest = 0, annoyance = 0;  // DecayingSum::fixed
  std::uint64_t hash = 0;
};

constexpr std::uint32_t bit(std::uint32_t yes, std::uint32_t mark) {
  return yes ? mark : 0u;
}

RAPPORT_CLONES void settle_marks(const Batch& b, std::uint32_t always, std::uint32_t never,
                                 Outcome& out) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    std::uint32_t marks = b.marks[i] | always;
    marks |= bit(b.accepted[i], mark::connected) | bit(b.bought[i], mark::customer);
    marks |= bit(b.muted[i], mark::muted) | bit(b.blocked[i], mark::blocked);
    marks |= bit(b.reported[i], mark::reported);
    marks |= bit(b.shared[i] & 1u, mark::told_good) | bit(b.shared[i] & 2u, mark::told_bad);
    marks |= bit(b.shared[i] & 4u, mark::complained);
    // A decline is remembered until an invitation is accepted.
    marks |= bit(b.declined[i], mark::declined);
    marks &= ~bit(b.accepted[i], mark::declined);
    // Whoever blocks or reports is no longer connected.
    marks &= ~bit(b.blocked[i] | b.reported[i], mark::connected);
    // Whoever mutes the sender follows it no longer.
    marks &= ~bit(b.muted[i] | b.blocked[i] | b.reported[i], mark::follower);
    out.marks[i] = marks & ~never;
    std::uint32_t events = bit(b.accepted[i], event::accepted) | bit(b.bought[i], event::bought);
    events |= bit(b.declined[i], event::declined) | bit(b.replied[i], event::replied);
    events |= bit(b.muted[i], event::muted) | bit(b.blocked[i], event::blocked);
    out.events[i] =
        events | bit(b.reported[i], event::reported) | b.shared[i] << event::first_of_shared;
  }
}

void settle_marks_of_feed(const Batch& b, Outcome& out) {
  for (std::size_t i = 0; i < b.size; ++i) {
    out.marks[i] |= bit(b.followed[i], mark::follower);
    out.events[i] |= bit(b.responded[i], event::responded) | bit(b.followed[i], event::followed);
  }
}

// Who was deceived or betrayed breaks off.
void settle_marks_of(const Column<std::uint32_t>& breaks_off, std::size_t size, std::uint32_t event,
                     Outcome& out) {
  for (std::size_t i = 0; i < size; ++i) {
    out.marks[i] &= ~bit(breaks_off[i], mark::follower | mark::connected);
    out.events[i] |= bit(breaks_off[i], event);
  }
}

// Whoever reads an answer to a complaint, whatever comes of it.
void settle_marks_of_answers(std::size_t size, Outcome& out) {
  for (std::size_t i = 0; i < size; ++i) out.events[i] |= event::complaint_answered;
}

// What every message that is read leaves behind.
std::uint32_t marks_of_reading(const Batch& b) {
  std::uint32_t marks = mark::noted | mark::reached;
  if (b.from_sender()) marks |= mark::touched;
  if (row_of(b.channel()).answer == Answer::connection) marks |= mark::invited;
  if (b.channel() == Channel::thanks) marks |= mark::recognised;
  return marks;
}

// What it takes away: a helpful answer closes the complaint.
std::uint32_t marks_cleared(const Batch& b) {
  return b.channel() == Channel::recovery ? mark::complained : 0u;
}

/// Relations as they will be kept, by word.
RAPPORT_CLONES void pack(const Batch& b, bool contacted, Day today, Outcome& out) {
  const auto now = static_cast<std::uint32_t>(today);
  // Only the sender's own messages are contacts: of others the old day and count are kept.
  const std::uint32_t keep_day = contacted ? 0u : 0xffff0000u;
  const std::uint32_t keep_recent = contacted ? 0u : 0xff0000u;
  const std::uint32_t day = contacted ? (now + 1u) << 16 : 0u;
  const std::uint32_t more = contacted ? 1u : 0u;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float contacts = b.recent[i] * 8.0f + 8.5f;
    const float bounded = contacts < 255.0f ? contacts : 255.0f;
    const auto eighths = static_cast<std::uint32_t>(static_cast<std::int32_t>(bounded)) << 16;
    const std::uint32_t count = b.contacts[i] + more;
    const std::uint32_t lost = lost_of(b.ceiling[i]);
    out.words[0][i] = Feeling::pack(b.trust[i], lost);
    out.words[1][i] = Feeling::pack(b.annoyance[i], count < 255u ? count : 255u);
    out.words[2][i] = now | day | (b.kept[i][2] & keep_day);
    out.words[3][i] = out.marks[i] | (eighths & ~keep_recent & 0xff0000u) |
                      (b.kept[i][3] & keep_recent) | (b.mutual[i] << 24);
    out.trust[i] = Feeling::of(out.words[0][i]);
    out.annoyance[i] = Feeling::of(out.words[1][i]);
    out.rest[i] = Decay::rest(b.prior[i], ceiling_of(lost));
  }
}

RAPPORT_CLONES void put_together(std::size_t size, Outcome& out) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < padded(size); ++i) {
    out.relation[i][0] = out.words[0][i];
    out.relation[i][1] = out.words[1][i];
    out.relation[i][2] = out.words[2][i];
    out.relation[i][3] = out.words[3][i];
  }
}

RAPPORT_CLONES Rows met_first(const Batch& b) {
  return rows_where(b.size, [&](std::size_t i) { return (b.marks[i] & mark::noted) == 0; });
}

void write_back(WorldState& world, const Batch& b, const Outcome& out, Ledger& ledger) {
  const std::span<Relation> relations = world.relations.all();
  for (std::size_t i = 0; i < b.size; ++i) {
    std::memcpy(&relations[b.target[i]], &out.relation[i], sizeof(Packed));
  }
  for (const std::uint32_t i : met_first(b)) ledger.noted.push_back(b.target[i]);
}

// Marks that say what the engine has done for a person, not what has happened to them.
constexpr std::uint32_t bookkeeping = mark::noted | mark::entry_scheduled;

// One 32-bit hash for each encounter; multiplications mix, the sum over encounters does not care
// about their order.
RAPPORT_CLONES void sum_up(const Batch& b, std::uint32_t salt, const Outcome& out, Sums& sums) {
  std::uint32_t newly_reached = 0;
  std::int64_t trust = 0, rest = 0, annoyance = 0;
  std::uint64_t hashes = 0;
  for (std::size_t i = 0; i < b.size; ++i) {
    newly_reached += static_cast<std::uint32_t>((b.marks[i] & mark::reached) == 0);
    trust += DecayingSum::fixed(out.trust[i] - out.rest[i]) -
             DecayingSum::fixed(b.trust_before[i] - b.rest_before[i]);
    rest += DecayingSum::fixed(out.rest[i]) - DecayingSum::fixed(b.rest_before[i]);
    annoyance += DecayingSum::fixed(out.annoyance[i]) - DecayingSum::fixed(b.annoyance_before[i]);
    std::uint32_t h = ((b.target[i] + 1u) * 0x9e3779b1u) ^ salt;
    h = (h ^ (h >> 15)) * 0x2c1b3c6du;
    h ^= out.words[0][i] * 0xc2b2ae3du;
    h ^= out.words[1][i] * 0x27d4eb2fu;
    h = (h ^ (h >> 13)) * 0x297a2d39u;
    h ^= (out.marks[i] & ~bookkeeping) * 0x165667b1u;
    h = (h ^ (h >> 16)) * 0x846ca68bu;
    hashes += h;
  }
  sums = {newly_reached, trust, rest, annoyance, hashes};
}

RAPPORT_CLONES Rows hopeful(const Batch& b, const Outcome& out, const MarketEntries entries) {
  return rows_where(b.size, [&](std::size_t i) {
    return (b.trust[i] > 0.0f) & (b.prior[i] <= 0.0f) &
           ((out.marks[i] & mark::entry_scheduled) == 0) & entries.possible(b.market_phase[i]);
  });
}

// Whoever now has a reason to remember the sender may come by itself when next in the market; those
// who had one before the run began are on the calendar since then.
void expect_returns(WorldState& world, const Batch& b, const Outcome& out, Ledger& ledger) {
  if (!world.active.in_market) return;
  const MarketEntries entries = market_entries_after_today(world);
  const Rows rows = hopeful(b, out, entries);
  std::array<MarketEntries::Searcher, batch_size> people;
  for (std::size_t k = 0; k < rows.count; ++k) {
    const std::size_t i = rows.row[k];
    world.relations.all()[b.target[i]].marks |= mark::entry_scheduled;
    people[k] = {b.target[i], b.market_phase[i]};
  }
  find_market_entries(entries, std::span(people).first(rows.count), ledger.market_entries);
}

void add_up(WorldState& world, const Batch& b, const Outcome& out, Ledger& ledger) {
  const Day day = world.rules.day;
  const auto when_and_how =
      static_cast<std::uint32_t>(day) * 64u + static_cast<std::uint32_t>(b.channel());
  Sums sums;
  sum_up(b, (when_and_how + 1u) * 0x85ebca77u, out, sums);
  ledger.newly_reached += sums.newly_reached;
  ledger.trust += sums.trust;
  ledger.rest += sums.rest;
  ledger.annoyance += sums.annoyance;
  ledger.event_hash += sums.hash * 0x9e3779b97f4a7c15ull;
  recount(world, b, {out.trust, out.rest, out.annoyance}, ledger);
}

void write_down(const WorldState& world, const Batch& b, const Outcome& out, Ledger& ledger) {
  for (const std::uint32_t i : rows_with(out.events, b.size)) {
    if (out.events[i] & event::complained) {
      ledger.complaints.push_back(new_complaint(world, b.target[i]));
    }
    ledger.happenings.push_back({b.target[i], out.events[i], b.marks[i], b.sequence[i], b.stay[i],
                                 static_cast<std::uint8_t>(b.topic[i]), b.contacts[i] == 0,
                                 world.trusting.above(b.trust_before[i])});
  }
}

}  // namespace

void conclude(WorldState& world, const Batch& b, Ledger& ledger) {
  Outcome out;
  settle_marks(b, marks_of_reading(b), marks_cleared(b), out);
  if (row_of(b.channel()).in_feed()) settle_marks_of_feed(b, out);
  if (b.approach.deceit > 0.0f) settle_marks_of(b.found_out, b.size, event::found_out, out);
  if (b.approach.breach > 0.0f) settle_marks_of(b.betrayed, b.size, event::betrayed, out);
  if (answers_complaints(b.channel())) settle_marks_of_answers(b.size, out);
  pack(b, b.from_sender(), world.rules.day, out);
  put_together(b.size, out);
  write_back(world, b, out, ledger);
  add_up(world, b, out, ledger);
  write_down(world, b, out, ledger);
  expect_returns(world, b, out, ledger);
  if (world.first_days.kept()) world.first_days.note(b, world.rules.day);
  if (world.log) world.log->note(b, world.rules.day);
}

}  // namespace rapport
