// Permission: people open channels step by step (claim 81). What is written to connections arrives
// in the network's own inbox, where it is skimmed, until a person trusts the sender enough to open
// the next channel to it.
#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

RAPPORT_CLONES void skim(Batch& b, float trust, float left) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) b.merit[i] *= b.trust[i] > trust ? 1.0f : left;
}

}  // namespace

void skim_until_let_in(Batch& b, const Rules& rules) {
  const auto left = static_cast<float>(rules.parameters.permission.skimmed);
  const bool to_connections = is_message(b.channel()) && row_of(b.channel()).answer == Answer::none;
  if (left == 1.0f || !to_connections) return;
  skim(b, static_cast<float>(rules.parameters.permission.trust), left);
}

}  // namespace rapport
