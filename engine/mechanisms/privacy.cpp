// Privacy: closed people are reached by connections alone; restricted people's settings refuse a
// share of what strangers send (claim 77), but not what the platform is paid to deliver (claim 96).
// Settings say who may write to a person, not what stands in a feed or is said in a group. Looking
// at a profile without being seen annoys those who find out from the message that follows (claim
// 85).
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
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const bool stranger = (b.marks[i] & mark::connected) == 0;
    b.delivered[i] = stranger & (b.privacy[i] == closed) ? 0u : b.delivered[i];
  }
}

RAPPORT_CLONES void intrude(Batch& b, float more) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float sum = b.intrusiveness[i] + more;
    b.intrusiveness[i] = sum < 1.0f ? sum : 1.0f;
  }
}

}  // namespace

void mind_anonymous_looks(Batch& b, const Rules& rules) {
  if (!rules.standing.looks_anonymously || !b.approach.researched) return;
  intrude(b, static_cast<float>(rules.parameters.privacy.anonymous_look));
}

void refuse_by_privacy(Batch& b, const Rules& rules) {
  if (!is_message(b.channel())) return;
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
