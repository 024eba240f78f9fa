// Brand pull: a name that people know makes an audience of its own (claim 40). A stranger who reads
// what it posts follows with probability pull x r, whatever the post is worth.
#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

void follow_a_name(Batch& b, const Rules& rules) {
  const float pull = rules.standing.pull;
  if (pull == 0.0f || !row_of(b.channel()).in_feed()) return;
  const Rows outside = rows_where(b.size, [&](std::size_t i) {
    return ((b.marks[i] & (mark::follower | mark::connected)) == 0) & (b.followed[i] == 0);
  });
  const Column<float> draw = draw_for(b, rules, outside, Purpose::follow_name);
  for (std::size_t k = 0; k < outside.count; ++k) {
    const std::size_t i = outside.row[k];
    b.followed[i] = static_cast<std::uint32_t>(draw[k] < pull * b.relevance[i]);
  }
}

}  // namespace rapport
