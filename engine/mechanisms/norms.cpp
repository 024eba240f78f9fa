// Norms: in some communities people do not vent but stay positive, with a slip now and then (claims
// 115, 116). A community's norm is restraint x 2u, at most 1, u its own draw; whoever is about to
// tell something bad or to complain holds back with probability norm (1 - slip).
#include <algorithm>

#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

constexpr std::uint32_t something_bad = 2u | 4u;  // of Batch::shared

float norm_of(std::uint32_t community, const Rules& rules) {
  const float u =
      rules.draws.of_people().uniform(PersonId{community}, 0, 0, Purpose::community_norm);
  return std::min(1.0f, 2.0f * u * static_cast<float>(rules.parameters.norms.restraint));
}

}  // namespace

void hold_back(Batch& b, const Rules& rules) {
  if (rules.parameters.norms.restraint == 0) return;
  const Rows angry =
      rows_where(b.size, [&](std::size_t i) { return (b.shared[i] & something_bad) != 0; });
  const Column<float> draw = draw_for(b, rules, angry, Purpose::restraint);
  const auto kept = static_cast<float>(1 - rules.parameters.norms.slip);
  for (std::size_t k = 0; k < angry.count; ++k) {
    const std::size_t i = angry.row[k];
    const float norm = norm_of(rules.community[b.target[i]], rules);
    if (draw[k] < norm * kept) b.shared[i] &= ~something_bad;
  }
}

}  // namespace rapport
