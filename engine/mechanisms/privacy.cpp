// Privacy: closed people are reached by connections alone; restricted people's settings refuse a
// share of what strangers send (claim 77), but not what the platform is paid to deliver (claim 96).
// Settings say who may write to a person, not what stands in the feed.
#include "core/clones.hpp"
#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"
#include "population/traits.hpp"

namespace rapport {
namespace {

constexpr auto restricted = static_cast<std::uint32_t>(Privacy::connections_only);
constexpr auto closed = static_cast<std::uint32_t>(Privacy::closed);

RAPPORT_CLONES void keep_strangers_out(Batch& b) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const bool stranger = (b.marks[i] & mark::connected) == 0;
    b.delivered[i] = stranger & (b.privacy[i] == closed) ? 0u : b.delivered[i];
  }
}

}  // namespace

void refuse_by_privacy(Batch& b, const Rules& rules) {
  if (!b.from_sender() || row_of(b.channel()).in_feed) return;
  keep_strangers_out(b);
  if (row_of(b.channel()).past_restrictions) return;
  const Rows asked = rows_where(b.size, [&](std::size_t i) {
    return (b.privacy[i] == restricted) & ((b.marks[i] & mark::connected) == 0);
  });
  const Column<float> draw = draw_for(b, rules, asked, Purpose::refusal);
  const auto refusal = static_cast<float>(rules.parameters.privacy.refusal);
  for (std::size_t k = 0; k < asked.count; ++k) {
    b.delivered[asked.row[k]] &= static_cast<std::uint32_t>(draw[k] >= refusal);
  }
}

}  // namespace rapport
