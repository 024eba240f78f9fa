#include "mechanisms/churn.hpp"

#include "core/elementary.hpp"
#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

// How much of leaving a new customer withstands, in half-lives: P(more than n) = 2^-n.
void decide_how_long_to_stay(Batch& b, const Rules& rules) {
  const Rows buyers = rows_with(b.bought, b.size);
  const Column<float> draw = draw_for(b, rules, buyers, Purpose::stay);
  for (std::size_t k = 0; k < buyers.count; ++k) {
    b.stay[buyers.row[k]] = -log2_kernel(draw[k]);
  }
}

}  // namespace rapport
