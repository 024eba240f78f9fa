#include "mechanisms/reply.hpp"

#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

namespace {

RAPPORT_CLONES void answer(Batch& b, const ReplyRule rule) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float p = rule.probability(b.in_market[i] != 0, b.trust[i], b.annoyance[i]);
    b.replied[i] = static_cast<std::uint32_t>(b.response_draw[i] < p);
  }
}

RAPPORT_CLONES void answer_inmail(Batch& b, const ReplyRule rule) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float p = rule.inmail_probability(b.merit[i], b.trust[i], b.annoyance[i], b.pressure[i]);
    b.replied[i] = static_cast<std::uint32_t>(b.response_draw[i] < p);
  }
}

}  // namespace

void answer_message(Batch& b, const Rules& rules) {
  if (row_of(b.channel()).answer != Answer::reply) return;
  const ReplyRule rule(rules.parameters);
  if (b.channel() == Channel::inmail) {
    answer_inmail(b, rule);
  } else {
    answer(b, rule);
  }
}

}  // namespace rapport
