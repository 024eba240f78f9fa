#include "mechanisms/reply.hpp"

#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

RAPPORT_CLONES void answer_message(Batch& b, const Rules& rules) {
  const ReplyRule rule(rules.parameters);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const auto is_message =
        static_cast<std::uint32_t>(b.channel[i] == static_cast<std::uint32_t>(Channel::message));
    const float p = rule.probability(b.in_market[i] != 0, b.trust[i], b.annoyance[i]);
    b.replied[i] = b.read[i] & is_message & static_cast<std::uint32_t>(b.response_draw[i] < p);
  }
}

}  // namespace rapport
