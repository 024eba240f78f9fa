#include "mechanisms/topic_drift.hpp"

#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

// A community's phases in four topics share one block of draws.
constexpr std::uint32_t topics_in_block = 4;

// The interest of each row in a topic of that phase; rows about any topic stay as they are.
RAPPORT_CLONES void drift(const TopicDrift drift, const Column<float>& phase,
                          const Column<std::uint32_t>& topic, std::size_t size,
                          Column<float>& interest) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < size; ++i) {
    const float now = drift.interest(interest[i], phase[i]);
    interest[i] = topic[i] == any_topic ? interest[i] : now;
  }
}

}  // namespace

TopicPhases topic_phases(std::uint32_t community, const Draws& draws) {
  TopicPhases phases;
  for (std::uint32_t topic = 0; topic < topics; ++topic) {
    const DrawBlock words =
        draws.of_people().block(community, 0, topic / topics_in_block, Purpose::topic_phase);
    phases[topic] = unit_interval(words[topic % topics_in_block]);
  }
  return phases;
}

Traits TopicDrift::traits(const Traits& at_first, std::uint32_t community,
                          const Draws& draws) const {
  if (!acts()) return at_first;
  const TopicPhases phases = topic_phases(community, draws);
  Traits today = at_first;
  for (std::uint32_t topic = 0; topic < topics; ++topic) {
    const float now = interest(fraction(at_first.interest[topic]), phases[topic]);
    today.interest[topic] = static_cast<std::uint8_t>(now * 255.0f + 0.5f);
  }
  return today;
}

void drift_interests(Batch& b, const Rules& rules) {
  const TopicDrift today(rules.day, rules.parameters);
  if (!today.acts()) return;
  const auto product = static_cast<std::uint32_t>(rules.parameters.market.product_topic);
  Column<float> of_topic, of_product;
  for (std::size_t i = 0; i < b.size; ++i) {
    const TopicPhases& phases = rules.topic_phases[rules.community[b.target[i]]];
    of_topic[i] = phases[b.topic[i] % topics];
    of_product[i] = phases[product];
  }
  drift(today, of_topic, b.topic, b.size, b.interest);
  Column<std::uint32_t> everybody;
  everybody.setConstant(product);
  drift(today, of_product, everybody, b.size, b.fit);
}

}  // namespace rapport
