#include "mechanisms/relevance.hpp"

#include <algorithm>

#include "mechanisms/rule_functions.hpp"

namespace rapport {

std::uint8_t researched_topic(const Traits& traits, PersonId person, Day day, const Draws& draws,
                              double accuracy) {
  const auto best = static_cast<std::uint8_t>(
      std::max_element(traits.interest.begin(), traits.interest.end()) - traits.interest.begin());
  const DrawBlock words = draws.block(index(person), day, 0, Purpose::research);
  const auto lane = [](Purpose purpose) { return static_cast<std::uint32_t>(purpose) % 4; };
  if (unit_interval(words[lane(Purpose::research)]) < static_cast<float>(accuracy)) return best;
  const std::size_t step = 1 + words[lane(Purpose::research_miss)] % (topics - 1);
  return static_cast<std::uint8_t>((best + step) % topics);
}

void weigh_relevance(Batch& b, const Rules&) {
  for (std::size_t i = 0; i < b.size; ++i) b.relevance[i] = b.interest[i];
}

}  // namespace rapport
