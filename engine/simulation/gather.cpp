#include "simulation/gather.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/clones.hpp"
#include "core/draw_columns.hpp"
#include "mechanisms/rivalry.hpp"

namespace rapport {
namespace {

// Far enough ahead for memory to answer, near enough to stay in the first cache.
constexpr std::size_t prefetch_distance = 64;

void copy_records(const WorldState& world, std::span<const Encounter> round, std::size_t first,
                  Batch& b) {
  const Traits* traits = world.inputs.population.traits.data();
  const Relation* relations = world.relations.data();
  const Encounter* const batch = round.data() + first;
  const std::size_t last = round.size() - first - 1, size = b.size;
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t later = batch[std::min(i + prefetch_distance, last)].target;
    prefetch(&relations[later]);
    prefetch(&traits[later]);
    const std::uint32_t now = batch[i].target;
    std::memcpy(&b.kept[i], relations + now, sizeof(Packed));
    std::memcpy(&b.person[i], traits + now, sizeof(Packed));
  }
}

RAPPORT_CLONES void take_encounters(const Encounter* batch, Turn turn, Batch& b) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    b.target[i] = batch[i].target;
    b.sequence[i] = draw_sequence(batch[i], turn);
    b.topic[i] = batch[i].topic;
  }
}

// What decides on reading; the rest is taken apart for those who read.
RAPPORT_CLONES void take_first_part(Batch& b) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    b.annoyance[i] = Feeling::of(b.kept[i][1]);
    b.settled[i] = static_cast<std::int32_t>(b.kept[i][2] & 0xffffu);
    b.marks[i] = b.kept[i][3] & 0xffffu;
    b.load_level[i] = b.person[i][2] & 0xffu;
    b.privacy[i] = (b.person[i][2] >> 8) & 0xffu;
  }
}

RAPPORT_CLONES void settle_annoyance(Batch& b, const Decay decay, Day today) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const auto days = static_cast<float>(today - b.settled[i]);
    b.annoyance[i] = decay.annoyance(b.annoyance[i], days);
    b.stage[i] = stage_number(b.marks[i]);
  }
}

RAPPORT_CLONES void look_up_visibility(Batch& b, const std::array<float, stages> of_stage) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) b.visibility[i] = entry_of(of_stage, b.stage[i]);
}

void count_rival_messages(const WorldState& world, Batch& b) {
  // What stands elsewhere waits elsewhere.
  const auto venue = static_cast<std::size_t>(row_of(b.channel()).venue);
  b.rival_messages.head(static_cast<Eigen::Index>(b.size)).setZero();
  for (const WorldState* rival : world.rivals) {
    const std::vector<std::uint8_t>& touches = rival->touches_today[venue];
    if (touches.empty()) continue;
    for (std::size_t i = 0; i < b.size; ++i) b.rival_messages[i] += touches[b.target[i]];
  }
  for (std::size_t i = 0; i < b.size; ++i) {
    b.rival_messages[i] = std::min(b.rival_messages[i], most_rival_messages);
  }
}

void draw_luck(Batch& b, const Rules& rules) {
  Column<std::uint32_t> days;
  days.setConstant(static_cast<std::uint32_t>(rules.day));
  draw_columns(
      rules.draws, {b.target.data(), days.data(), b.sequence.data()}, Purpose::attention, b.size,
      {b.attention_draw.data(), b.response_draw.data(), b.exit_draw.data(), b.share_draw.data()});
}

}  // namespace

void gather(const WorldState& world, Turn turn, std::span<const Encounter> round, std::size_t first,
            Batch& b) {
  b.size = std::min(batch_size, round.size() - first);
  b.approach = world.approaches[turn.approach];
  copy_records(world, round, first, b);
  take_encounters(round.data() + first, turn, b);
  take_first_part(b);
  settle_annoyance(b, world.decay, world.rules.day);
  look_up_visibility(b, row_of(b.channel()).visibility);
  if (!world.rivals.empty()) count_rival_messages(world, b);
  draw_luck(b, world.rules);
  b.delivered.head(static_cast<Eigen::Index>(b.size)).setOnes();
}

}  // namespace rapport
