// Rivalry: messages of other senders compete for the attention of the day (claim 17), and what they
// sent lately makes a message more annoying, as if it were the sender's own: one careless sender
// spoils the inbox for all (claims 60, 86, 106, 127).
#include "mechanisms/rivalry.hpp"

#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

// Rows of Rules::attention_among_rivals follow each other.
RAPPORT_CLONES void shift_level(Batch& b) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) b.load_level[i] += 256u * b.rival_messages[i];
}

RAPPORT_CLONES void add_contacts(Batch& b, float spill) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) b.crowd[i] += spill * b.rival_contacts[i];
}

}  // namespace

void compete_for_attention(Batch& b, const Rules& rules) {
  if (rules.among_rivals() && b.from_sender()) shift_level(b);
}

void crowd_together(Batch& b, const Rules& rules) {
  if (!rules.among_rivals() || !b.from_sender()) return;
  add_contacts(b, static_cast<float>(rules.parameters.rivalry.spill));
}

}  // namespace rapport
