// Purchase: a person in the market who is reached, or remembers, buys with P = p0 + (1 - p0) T fit
// (claims N3, 46, 54), once in an epoch.
#include "encounter/rows.hpp"
#include "mechanisms/in_market.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

bool has_bought_this_epoch(const Batch& b, std::size_t i, const Rules& rules) {
  const auto last = rules.last_purchase.find(b.target[i]);
  return last != rules.last_purchase.end() &&
         last->second ==
             market_epoch(rules.day, b.market_phase[i], rules.parameters.market.window_days);
}

}  // namespace

void decide_purchase(Batch& b, const Rules& rules) {
  if (!b.from_sender() && b.origin() != Origin::market) return;
  const auto base = static_cast<float>(rules.parameters.purchase.base_probability);
  const Rows searching = rows_with(b.in_market, b.size);
  const Column<float> draw = draw_for(b, rules, searching, Purpose::purchase);
  for (std::size_t k = 0; k < searching.count; ++k) {
    const std::size_t i = searching.row[k];
    const float p = base + (1.0f - base) * b.trust[i] * b.fit[i];
    b.bought[i] = draw[k] < p && !has_bought_this_epoch(b, i, rules);
  }
}

}  // namespace rapport
