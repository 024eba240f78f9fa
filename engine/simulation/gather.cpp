#include "simulation/gather.hpp"

#include "core/clones.hpp"
#include "core/draw_columns.hpp"

namespace rapport {
namespace {

// Far enough ahead for memory to answer, near enough to stay in the first cache.
constexpr std::size_t prefetch_distance = 24;

void prefetch(const WorldState& world, std::uint32_t person) {
#if defined(__GNUC__)
  __builtin_prefetch(world.relations.data() + person, 1);
  __builtin_prefetch(world.inputs.population.traits.data() + person, 0);
#endif
}

void load_relation(Batch& b, std::size_t i, const Relation& relation, Day today) {
  b.kept_trust[i] = relation.trust;
  b.kept_annoyance[i] = relation.annoyance;
  b.settled[i] = relation.settled;
  b.marks[i] = relation.marks;
  b.recent[i] = static_cast<float>(relation.recent) * 0.125f;
  b.mutual[i] = static_cast<float>(relation.mutual);
  b.days_since_contact[i] =
      relation.contacted == 0 ? 0.0f : static_cast<float>(today + 1 - relation.contacted);
}

void load_person(Batch& b, std::size_t i, const Traits& traits, std::uint8_t topic,
                 std::size_t product_topic) {
  b.interest[i] = topic == any_topic ? 1.0f : fraction(traits.interest[topic]);
  b.fit[i] = fraction(traits.interest[product_topic]);
  b.patience[i] = fraction(traits.patience);
  b.talkativeness[i] = fraction(traits.talkativeness);
  b.privacy[i] = static_cast<std::uint32_t>(traits.privacy);
  b.load_level[i] = traits.load_level;
  b.market_phase[i] = traits.market_phase;
}

void load_approach(Batch& b, std::size_t i, const Approach& approach, Stage stage) {
  const ChannelRow& channel = row_of(approach.channel);
  const auto closeness = static_cast<std::size_t>(stage);
  b.stage[i] = static_cast<std::uint32_t>(stage);
  b.channel[i] = static_cast<std::uint32_t>(approach.channel);
  b.from_sender[i] = channel.origin == Origin::sender;
  b.from_talk[i] = channel.origin == Origin::talk;
  b.value[i] = approach.value;
  b.surprise[i] = approach.surprise;
  b.pitch[i] = approach.pitch;
  b.pitch_in_market[i] = approach.pitch_in_market;
  b.visibility[i] = channel.visibility[closeness];
  b.intrusiveness[i] = channel.intrusiveness[closeness];
}

RAPPORT_CLONES void settle(Batch& b, const Decay decay, Day today, float recent_rate) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const auto days = static_cast<float>(today - b.settled[i]);
    // Whoever has not been reached has the prior trust, kept or not.
    const float kept = b.kept_trust[i];
    const float trust = (b.marks[i] & mark::reached) != 0 ? kept : decay.prior();
    b.kept_trust[i] = trust;
    const float settled = decay.trust(trust, days);
    b.trust[i] = settled;
    b.trust_before[i] = settled;
    const float annoyance = decay.annoyance(b.kept_annoyance[i], days);
    b.annoyance[i] = annoyance;
    b.annoyance_before[i] = annoyance;
    b.recent[i] *= exp2_kernel(b.days_since_contact[i] * recent_rate);
  }
}

void expect_nothing(Batch& b) {
  b.delivered.setConstant(1);
  b.in_market.setZero();
  b.relevance.setConstant(0.5f);  // everybody alike, where relevance is switched off
  for (Column<float>* column : {&b.merit, &b.pressure}) column->setZero();
  for (Column<std::uint32_t>* column : {&b.accepted, &b.declined, &b.replied, &b.bought, &b.muted,
                                        &b.blocked, &b.reported, &b.shared}) {
    column->setZero();
  }
}

}  // namespace

void gather(const WorldState& world, std::span<const Encounter> encounters, Batch& b) {
  const Day today = world.rules.day;
  const auto& traits = world.inputs.population.traits;
  const auto product = static_cast<std::size_t>(world.rules.parameters.market.product_topic);
  b.size = encounters.size();
  for (std::size_t i = 0; i < b.size; ++i) {
    if (i + prefetch_distance < b.size) prefetch(world, encounters[i + prefetch_distance].target);
    const Encounter& e = encounters[i];
    const Relation& relation = world.relations[e.target];
    b.target[i] = e.target;
    b.source[i] = e.source;
    b.sequence[i] = draw_sequence(e);
    load_relation(b, i, relation, today);
    load_person(b, i, traits[e.target], e.topic, product);
    load_approach(b, i, world.approaches[e.approach], stage_of(relation.marks));
  }
  expect_nothing(b);
  settle(b, world.decay, today,
         static_cast<float>(-1.0 / world.rules.parameters.annoyance.recent_half_life_days));
  Column<std::uint32_t> days;
  days.setConstant(static_cast<std::uint32_t>(today));
  draw_columns(
      world.rules.draws, {b.target.data(), days.data(), b.sequence.data()}, Purpose::attention,
      b.size,
      {b.attention_draw.data(), b.response_draw.data(), b.exit_draw.data(), b.share_draw.data()});
}

}  // namespace rapport
