#include "simulation/recount.hpp"

#include "core/clones.hpp"

namespace rapport {
namespace {

/// A feeling of the rows of a batch and where it comes to rest, before the batch or after it.
struct Trust {
  const Column<float>&value, &rest;
};

/// Annoyance fades away.
struct Annoyance {
  struct Nothing {
    float operator[](std::size_t) const { return 0.0f; }
  };
  const Column<float>& value;
  Nothing rest = {};
};

template <class Sentiment>
RAPPORT_CLONES bool any_beyond(const Crossing crossing, const Sentiment of, std::size_t size) {
  std::uint32_t any = 0;
  for (std::size_t i = 0; i < size; ++i) {
    any |= static_cast<std::uint32_t>(crossing.beyond(of.value[i], of.rest[i]));
  }
  return any != 0;
}

// People whose trust comes to rest above the threshold now and did not before, less the others.
RAPPORT_CLONES std::int32_t count_newly_resting(const Crossing crossing, const Column<float>& was,
                                                const Column<float>& is, std::size_t size) {
  std::int32_t more = 0;
  for (std::size_t i = 0; i < size; ++i) {
    more += static_cast<std::int32_t>(crossing.above(is[i])) -
            static_cast<std::int32_t>(crossing.above(was[i]));
  }
  return more;
}

/// What ThresholdCount wants to know of each row.
struct Entries {
  alignas(register_bytes) Column<Day> leaves;
  Column<std::int32_t> people;
};

// Feelings as they were kept on the days `settled`. Whoever is not beyond leaves that day and
// counts for nothing.
template <class Sentiment>
RAPPORT_CLONES void find_entries(const Crossing crossing, const Sentiment of, std::size_t size,
                                 const Column<Day>& settled, std::int32_t times, Entries& entries) {
  const std::size_t end = padded(size);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < end; ++i) {
    entries.leaves[i] = crossing.leaves(of.value[i], of.rest[i], settled[i]);
    entries.people[i] = times * crossing.sign(of.rest[i]);
  }
}

/// Whom a part of a round counts, and where.
struct Counted {
  ThresholdCount& count;
  const Crossing& crossing;
  std::size_t part;
};

// Enters those who are beyond, or with `times` = -1 takes them out again.
template <class Sentiment>
void enter(const Counted& counted, const Sentiment& of, std::size_t size,
           const Column<Day>& settled, std::int32_t times) {
  if (!any_beyond(counted.crossing, of, size)) return;
  Entries entries;
  find_entries(counted.crossing, of, size, settled, times, entries);
  counted.count.enter(counted.part, {entries.leaves.data(), size}, {entries.people.data(), size});
}

}  // namespace

void recount(WorldState& world, const Batch& b, const FeelingsAfter& after, Ledger& ledger) {
  alignas(register_bytes) Column<Day> today;
  today.setConstant(world.rules.day);
  const Counted trusted = {world.totals.trusted, world.trusting, ledger.part};
  enter(trusted, Trust{b.kept_trust, b.rest_before}, b.size, b.settled, -1);
  enter(trusted, Trust{after.trust, after.rest}, b.size, today, 1);
  ledger.resting += count_newly_resting(world.trusting, b.rest_before, after.rest, b.size);
  const Counted aggravated = {world.totals.aggravated, world.aggravated, ledger.part};
  enter(aggravated, Annoyance{b.kept_annoyance}, b.size, b.settled, -1);
  enter(aggravated, Annoyance{after.annoyance}, b.size, today, 1);
}

}  // namespace rapport
