// Who finds out that a message is not what it seems gains nothing by it and is pressed as hard as
// can be (claims 58, 59, 98); its trust stays below a lower ceiling for good (Schweitzer, Hershey &
// Bradlow 2006), and it breaks off.
#include <algorithm>

#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

void find_out(Batch& b, const Rules& rules) {
  if (b.approach.deceit <= 0.0f) return;
  const Rows everybody = rows_where(b.size, [](std::size_t) { return true; });
  const Column<float> draw = draw_for(b, rules, everybody, Purpose::found_out);
  for (std::size_t i = 0; i < b.size; ++i) {
    if (draw[i] >= b.approach.deceit) continue;
    b.found_out[i] = 1;
    b.merit[i] = 0.0f;
    b.pressure[i] = 1.0f;
    b.intrusiveness[i] = 1.0f;
    b.in_market[i] = 0;  // not for this sender
  }
}

void lose_faith(Batch& b, const Rules& rules) {
  if (b.approach.deceit <= 0.0f) return;
  const auto factor = static_cast<float>(rules.parameters.deception.ceiling_factor);
  for (std::size_t i = 0; i < b.size; ++i) {
    if (b.found_out[i] == 0) continue;
    b.ceiling[i] *= factor;
    b.trust[i] = std::min(b.trust[i], b.ceiling[i]);
  }
}

}  // namespace rapport
