#include "simulation/gather.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/clones.hpp"
#include "core/draw_columns.hpp"

namespace rapport {
namespace {

// Far enough ahead for memory to answer, near enough to stay in the first cache.
constexpr std::size_t prefetch_distance = 64;

void prefetch(const WorldState& world, std::uint32_t person) {
#if defined(__GNUC__)
  __builtin_prefetch(world.relations.data() + person, 1);
  __builtin_prefetch(world.inputs.population.traits.data() + person, 0);
#endif
}

void copy_records(const WorldState& world, Turn turn, std::span<const Encounter> round,
                  std::size_t first, Batch& b, PackedColumn& people) {
  const Traits* traits = world.inputs.population.traits.data();
  const Relation* relations = world.relations.data();
  for (std::size_t i = 0; i < b.size; ++i) {
    const std::size_t ahead = first + i + prefetch_distance;
    if (ahead < round.size()) prefetch(world, round[ahead].target);
    const Encounter& e = round[first + i];
    std::memcpy(&b.kept[i], relations + e.target, sizeof(Packed));
    std::memcpy(&people[i], traits + e.target, sizeof(Packed));
    b.target[i] = e.target;
    b.sequence[i] = draw_sequence(e, turn);
    b.topic[i] = e.topic;
  }
}

RAPPORT_CLONES void take_relations_apart(Batch& b, Day today) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const Packed& r = b.kept[i];
    b.kept_trust[i] = std::bit_cast<float>(r[0]);
    b.kept_annoyance[i] = std::bit_cast<float>(r[1]);
    b.settled[i] = static_cast<std::int32_t>(r[2] & 0xffffu);
    const auto since = static_cast<float>(today + 1 - static_cast<std::int32_t>(r[2] >> 16));
    b.days_since_contact[i] = r[2] >> 16 ? since : 0.0f;
    const std::uint32_t marks = r[3] & 0xffffu;
    b.marks[i] = marks;
    b.recent[i] = static_cast<float>(static_cast<std::int32_t>((r[3] >> 16) & 0xffu)) * 0.125f;
    b.mutual[i] = r[3] >> 24;
    // The highest of the three lowest marks, see stage_of.
    const std::uint32_t near = marks & 4u ? 3u : (marks & 2u ? 2u : marks & 1u);
    b.stage[i] = near;
  }
}

RAPPORT_CLONES void take_traits_apart(Batch& b, const PackedColumn& people, std::uint32_t product) {
  constexpr float eighth_bit = 1.0f / 255.0f;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const Packed& t = people[i];
    const std::uint32_t topic = b.topic[i];
    const std::uint32_t four = topic & 4u ? t[1] : t[0];
    const std::uint32_t interest = (four >> (8u * (topic & 3u))) & 0xffu;
    const std::uint32_t met = topic == any_topic ? 255u : interest;
    const std::uint32_t product_four = product & 4u ? t[1] : t[0];
    const std::uint32_t fit = (product_four >> (8u * (product & 3u))) & 0xffu;
    b.interest[i] = static_cast<float>(static_cast<std::int32_t>(met)) * eighth_bit;
    b.fit[i] = static_cast<float>(static_cast<std::int32_t>(fit)) * eighth_bit;
    b.load_level[i] = t[2] & 0xffu;
    b.privacy[i] = (t[2] >> 8) & 0xffu;
    b.patience[i] =
        static_cast<float>(static_cast<std::int32_t>((t[2] >> 16) & 0xffu)) * eighth_bit;
    b.talkativeness[i] = static_cast<float>(static_cast<std::int32_t>(t[2] >> 24)) * eighth_bit;
    b.market_phase[i] = t[3];
  }
}

RAPPORT_CLONES void look_up_channel(Batch& b, const ChannelRow& channel) {
  const std::array<float, stages> visibility = channel.visibility;
  const std::array<float, stages> intrusiveness = channel.intrusiveness;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    b.visibility[i] = visibility[b.stage[i]];
    b.intrusiveness[i] = intrusiveness[b.stage[i]];
  }
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
  const auto rows = static_cast<Eigen::Index>(b.size);
  b.delivered.head(rows).setConstant(1);
  b.relevance.head(rows).setConstant(0.5f);  // everybody alike, where relevance is switched off
  for (Column<float>* column : {&b.merit, &b.pressure}) column->head(rows).setZero();
  for (Column<std::uint32_t>* column : {&b.in_market, &b.accepted, &b.declined, &b.replied,
                                        &b.bought, &b.muted, &b.blocked, &b.reported, &b.shared}) {
    column->head(rows).setZero();
  }
}

}  // namespace

void gather(const WorldState& world, Turn turn, std::span<const Encounter> round, std::size_t first,
            Batch& b) {
  const Parameters& parameters = world.rules.parameters;
  const Day today = world.rules.day;
  PackedColumn people;
  b.size = std::min(batch_size, round.size() - first);
  b.approach = world.approaches[turn.approach];
  copy_records(world, turn, round, first, b, people);
  take_relations_apart(b, today);
  take_traits_apart(b, people, static_cast<std::uint32_t>(parameters.market.product_topic));
  look_up_channel(b, row_of(b.channel()));
  expect_nothing(b);
  settle(b, world.decay, today,
         static_cast<float>(-1.0 / parameters.annoyance.recent_half_life_days));
  Column<std::uint32_t> days;
  days.setConstant(static_cast<std::uint32_t>(today));
  draw_columns(
      world.rules.draws, {b.target.data(), days.data(), b.sequence.data()}, Purpose::attention,
      b.size,
      {b.attention_draw.data(), b.response_draw.data(), b.exit_draw.data(), b.share_draw.data()});
}

}  // namespace rapport
