#include "simulation/recount.hpp"

#include "core/clones.hpp"
#include "encounter/rows.hpp"

namespace rapport {
namespace {

/// A feeling of the rows of a batch and where it comes to rest, before the batch or after it.
struct Sentiment {
  const Column<float>&value, &rest;
};

RAPPORT_CLONES Rows beyond(const Crossing crossing, const Sentiment of, std::size_t size) {
  return rows_where(size, [&](std::size_t i) { return crossing.beyond(of.value[i], of.rest[i]); });
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

struct Entries {
  Column<Day> leaves;
  Column<std::int32_t> sign;
};

// Feelings as they were kept on the days `settled`.
RAPPORT_CLONES void find_entries(const Crossing crossing, const Sentiment of, const Rows& rows,
                                 const Column<Day>& settled, Entries& entries) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t k = 0; k < rows.count; ++k) {
    const std::uint32_t i = rows.row[k];
    entries.leaves[k] = crossing.leaves(of.value[i], of.rest[i], settled[i]);
    entries.sign[k] = crossing.sign(of.rest[i]);
  }
}

// Enters those who are beyond, or with `times` = -1 takes them out again.
void enter(ThresholdCount& count, const Crossing& crossing, const Sentiment& of, const Batch& b,
           const Column<Day>& settled, std::int32_t times) {
  const Rows rows = beyond(crossing, of, b.size);
  Entries entries;
  find_entries(crossing, of, rows, settled, entries);
  for (std::size_t k = 0; k < rows.count; ++k) {
    count.enter(entries.leaves[k], times * entries.sign[k]);
  }
}

}  // namespace

void recount(WorldState& world, const Batch& b, const FeelingsAfter& after) {
  FeelingTotals& totals = world.totals;
  Column<Day> today;
  today.setConstant(world.rules.day);
  static const Column<float> nothing = Column<float>::Zero();  // annoyance fades away
  enter(totals.trusted, world.trusting, {b.kept_trust, b.rest_before}, b, b.settled, -1);
  enter(totals.trusted, world.trusting, {after.trust, after.rest}, b, today, 1);
  totals.resting += count_newly_resting(world.trusting, b.rest_before, after.rest, b.size);
  enter(totals.aggravated, world.aggravated, {b.kept_annoyance, nothing}, b, b.settled, -1);
  enter(totals.aggravated, world.aggravated, {after.annoyance, nothing}, b, today, 1);
}

}  // namespace rapport
