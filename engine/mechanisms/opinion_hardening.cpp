#include "mechanisms/opinion_hardening.hpp"

#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

// Whatever moved trust, by living it or by hearing of it, moves a formed view less.
RAPPORT_CLONES void hold(Batch& b, const Plasticity plasticity) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const auto contacts = static_cast<float>(static_cast<std::int32_t>(b.contacts[i]));
    const float left = plasticity.after(contacts, b.view_age[i]);
    b.trust[i] = b.trust_before[i] + left * (b.trust[i] - b.trust_before[i]);
  }
}

}  // namespace

void harden(Batch& b, const Rules& rules) {
  const Plasticity plasticity(rules.parameters);
  if (plasticity.hardens()) hold(b, plasticity);
}

}  // namespace rapport
