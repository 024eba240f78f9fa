// Reciprocity: thanks by name raise trust, but not beyond a bound, and less when repeated; some of
// those who are thanked praise the sender in return (claims 109 to 111). After n thanks from T0
// below the bound: T = bound - (bound - T0) (1 - gain) (1 - gain repeat)^(n - 1).
#include "core/clones.hpp"
#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

struct Thanks {
  float gain, bound, repeat;
};

RAPPORT_CLONES void lift(Batch& b, const Thanks thanks) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float size = b.marks[i] & mark::recognised ? thanks.gain * thanks.repeat : thanks.gain;
    const float bound = thanks.bound < b.ceiling[i] ? thanks.bound : b.ceiling[i];
    const float missing = bound - b.trust[i];
    b.trust[i] += size * (missing > 0.0f ? missing : 0.0f);
  }
}

}  // namespace

void return_thanks(Batch& b, const Rules& rules) {
  if (b.channel() != Channel::thanks) return;
  const auto& p = rules.parameters.reciprocity;
  lift(b, {static_cast<float>(p.gain), static_cast<float>(p.bound), static_cast<float>(p.repeat)});
}

void praise_in_return(Batch& b, const Rules& rules) {
  if (b.channel() != Channel::thanks) return;
  const auto advocacy = static_cast<float>(rules.parameters.reciprocity.advocacy);
  const Rows silent = rows_where(b.size, [&](std::size_t i) {
    return ((b.marks[i] & mark::told_good) == 0) & ((b.shared[i] & 3u) == 0);
  });
  const Column<float> draw = draw_for(b, rules, silent, Purpose::praise);
  for (std::size_t k = 0; k < silent.count; ++k) {
    const std::size_t i = silent.row[k];
    const float p = advocacy * b.talkativeness[i] * b.trust[i];
    b.shared[i] += draw[k] < p ? 1u : 0u;
  }
}

}  // namespace rapport
