#include "mechanisms/topic_drift.hpp"

#include "core/clones.hpp"
#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

// A community's phases in four topics share one block of draws.
constexpr std::uint32_t topics_in_block = 4;

// Where each row's topic is in its period.
Column<float> phases_of(const Batch& b, const Rules& rules) {
  Column<float> phase = zeros;
  for (std::size_t i = 0; i < b.size; ++i) {
    phase[i] = rules.topic_phases[rules.community[b.target[i]]][b.topic[i] % topics];
  }
  return phase;
}

// The interest of each row in its topic, of that phase; rows about any topic stay as they are.
RAPPORT_CLONES void drift(Batch& b, const TopicDrift today, const Column<float>& phase) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float now = today.interest(b.interest[i], phase[i]);
    b.interest[i] = b.topic[i] == any_topic ? b.interest[i] : now;
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
  drift(b, today, phases_of(b, rules));
  // Only whoever is in the market asks what the product would be worth.
  const auto product = static_cast<std::size_t>(rules.parameters.market.product_topic);
  const Rows searching = rows_with(b.in_market, b.size);
  for (const std::uint32_t i : searching) {
    const TopicPhases& phases = rules.topic_phases[rules.community[b.target[i]]];
    b.fit[i] = today.interest(b.fit[i], phases[product]);
  }
}

}  // namespace rapport
