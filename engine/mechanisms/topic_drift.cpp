#include "mechanisms/topic_drift.hpp"

#include "core/clones.hpp"
#include "core/draw_columns.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

// A community's phases in four topics share one block of draws.
constexpr std::uint32_t topics_in_block = 4;

using Lanes = float[4][batch_size];

void draw_phases(const Draws& draws, const Column<std::uint32_t>& community,
                 const Column<std::uint32_t>& half, std::size_t size, Lanes& lanes) {
  static constexpr std::uint32_t no_day[batch_size] = {};
  draw_columns(draws.of_people(), {community.data(), no_day, half.data()}, Purpose::topic_phase,
               size, {lanes[0], lanes[1], lanes[2], lanes[3]});
}

// `topic` of each row; rows about any topic stay as they are.
RAPPORT_CLONES void drift(const TopicDrift drift, const Column<std::uint32_t>& topic,
                          const Lanes& lanes, std::size_t size, Column<float>& interest) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < size; ++i) {
    const float low = topic[i] & 1u ? lanes[1][i] : lanes[0][i];
    const float high = topic[i] & 1u ? lanes[3][i] : lanes[2][i];
    const float now = drift.interest(interest[i], topic[i] & 2u ? high : low);
    interest[i] = topic[i] == any_topic ? interest[i] : now;
  }
}

}  // namespace

Traits TopicDrift::traits(const Traits& at_first, std::uint32_t community,
                          const Draws& draws) const {
  if (!acts()) return at_first;
  Traits today = at_first;
  for (std::uint32_t topic = 0; topic < topics; ++topic) {
    const DrawBlock phases =
        draws.of_people().block(community, 0, topic / topics_in_block, Purpose::topic_phase);
    const float phase = unit_interval(phases[topic % topics_in_block]);
    const float now = interest(fraction(at_first.interest[topic]), phase);
    today.interest[topic] = static_cast<std::uint8_t>(now * 255.0f + 0.5f);
  }
  return today;
}

void drift_interests(Batch& b, const Rules& rules) {
  const TopicDrift today(rules.day, rules.parameters);
  if (!today.acts()) return;
  Column<std::uint32_t> community, half, topic;
  for (std::size_t i = 0; i < b.size; ++i) {
    community[i] = rules.community[b.target[i]];
    half[i] = (b.topic[i] / topics_in_block) & 1u;
  }
  Lanes lanes;
  draw_phases(rules.draws, community, half, b.size, lanes);
  drift(today, b.topic, lanes, b.size, b.interest);
  const auto product = static_cast<std::uint32_t>(rules.parameters.market.product_topic);
  topic.setConstant(product);
  half.setConstant(product / topics_in_block);
  draw_phases(rules.draws, community, half, b.size, lanes);
  drift(today, topic, lanes, b.size, b.fit);
}

}  // namespace rapport
