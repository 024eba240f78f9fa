#include "simulation/recount.hpp"

#include <algorithm>
#include <array>

#include "core/clones.hpp"
#include "encounter/rows.hpp"

namespace rapport {
namespace {

using Entries = std::array<ThresholdCount::Entry, batch_size>;

/// One feeling of the rows of a batch and where it comes to rest, before and after.
struct Change {
  const Column<float>&was, &is, &rest_was, &rest_is;
};

RAPPORT_CLONES void find_entries(const Crossing crossing, const Change change, const Batch& b,
                                 const Rows& rows, Day today, Entries& was, Entries& is) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t k = 0; k < rows.count; ++k) {
    const std::uint32_t i = rows.row[k];
    const float rest_was = change.rest_was[i], rest_is = change.rest_is[i];
    was[k] = {crossing.leaves(change.was[i], rest_was, b.settled[i]), crossing.sign(rest_was)};
    is[k] = {crossing.leaves(change.is[i], rest_is, today), crossing.sign(rest_is)};
  }
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

void replace(ThresholdCount& count, const Crossing& crossing, const Change& change, const Batch& b,
             Day today) {
  const Rows rows = rows_where(b.size, [&](std::size_t i) {
    return crossing.beyond(change.was[i], change.rest_was[i]) |
           crossing.beyond(change.is[i], change.rest_is[i]);
  });
  Entries was, is;
  find_entries(crossing, change, b, rows, today, was, is);
  count.replace(was.data(), is.data(), rows.count);
}

}  // namespace

void recount(WorldState& world, const Batch& b, const FeelingsAfter& after) {
  const Day today = world.rules.day;
  FeelingTotals& totals = world.totals;
  replace(totals.trusted, world.trusting, {b.kept_trust, after.trust, b.rest_before, after.rest}, b,
          today);
  totals.resting += count_newly_resting(world.trusting, b.rest_before, after.rest, b.size);
  static const Column<float> nothing = Column<float>::Zero();  // annoyance fades away
  replace(totals.aggravated, world.aggravated,
          {b.kept_annoyance, after.annoyance, nothing, nothing}, b, today);
}

}  // namespace rapport
