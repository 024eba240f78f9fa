#include "mechanisms/relevance.hpp"

#include <algorithm>

#include "mechanisms/rule_functions.hpp"

namespace rapport {

namespace {

/// Two draws: whether the best topic is found, and which other one instead.
struct Finding {
  std::uint32_t hit, miss;
};

std::uint8_t found_topic(const Traits& traits, Finding finding, double accuracy) {
  const auto best = static_cast<std::uint8_t>(
      std::max_element(traits.interest.begin(), traits.interest.end()) - traits.interest.begin());
  if (unit_interval(finding.hit) < static_cast<float>(accuracy)) return best;
  const std::size_t step = 1 + finding.miss % (topics - 1);
  return static_cast<std::uint8_t>((best + step) % topics);
}

std::size_t lane(Purpose purpose) {
  return static_cast<std::size_t>(purpose) % 4;
}

}  // namespace

std::uint8_t researched_topic(const Traits& traits, PersonId person, Day day, const Draws& draws,
                              double accuracy) {
  const DrawBlock words = draws.block(index(person), day, 0, Purpose::research);
  return found_topic(traits, {words[lane(Purpose::research)], words[lane(Purpose::research_miss)]},
                     accuracy);
}

std::uint8_t overheard_topic(const Traits& traits, PersonId person, Day day, std::uint32_t number,
                             const Draws& draws, double accuracy) {
  const DrawBlock words = draws.block(index(person), day, number, Purpose::listen);
  return found_topic(traits, {words[lane(Purpose::listen)], words[lane(Purpose::listen_miss)]},
                     accuracy);
}

void weigh_relevance(Batch& b, const Rules&) {
  for (std::size_t i = 0; i < b.size; ++i) b.relevance[i] = b.interest[i];
}

}  // namespace rapport
