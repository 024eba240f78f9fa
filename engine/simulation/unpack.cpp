#include "simulation/unpack.hpp"

#include <array>
#include <bit>

#include "core/clones.hpp"

namespace rapport {
namespace {

using Words = std::array<Column<std::uint32_t>, 4>;

RAPPORT_CLONES void take_apart(const PackedColumn& packed, std::size_t size, Words& words) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < padded(size); ++i) {
    words[0][i] = packed[i][0];
    words[1][i] = packed[i][1];
    words[2][i] = packed[i][2];
    words[3][i] = packed[i][3];
  }
}

RAPPORT_CLONES void unpack_relation(Batch& b, const Words& words, Day today) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    b.kept_trust[i] = Feeling::of(words[0][i]);
    b.ceiling[i] = ceiling_of(Feeling::beside(words[0][i]));
    b.kept_annoyance[i] = Feeling::of(words[1][i]);
    b.contacts[i] = Feeling::beside(words[1][i]);
    b.settled[i] = static_cast<std::int32_t>(words[2][i] & 0xffffu);
    const auto contacted = static_cast<std::int32_t>(words[2][i] >> 16);
    const auto since = static_cast<float>(today + 1 - contacted);
    b.days_since_contact[i] = contacted != 0 ? since : 0.0f;
    const std::uint32_t marks = words[3][i] & 0xffffu;
    b.marks[i] = marks;
    b.stage[i] = stage_number(marks);
    b.recent[i] =
        static_cast<float>(static_cast<std::int32_t>((words[3][i] >> 16) & 0xffu)) * 0.125f;
    b.mutual[i] = words[3][i] >> 24;
  }
}

// Eight bytes hold the interests in eight topics.
inline float interest_in(std::uint32_t topic, std::uint32_t low, std::uint32_t high) {
  const std::uint32_t four = topic & 4u ? high : low;
  const std::uint32_t interest = (four >> (8u * (topic & 3u))) & 0xffu;
  return static_cast<float>(static_cast<std::int32_t>(interest)) * (1.0f / 255.0f);
}

RAPPORT_CLONES void unpack_person(Batch& b, const Words& words, std::uint32_t product) {
  constexpr float step = 1.0f / 255.0f;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float met = interest_in(b.topic[i], words[0][i], words[1][i]);
    b.interest[i] = b.topic[i] == any_topic ? 1.0f : met;
    b.fit[i] = interest_in(product, words[0][i], words[1][i]);
    const auto patience = static_cast<std::int32_t>((words[2][i] >> 16) & 0xffu);
    b.patience[i] = static_cast<float>(patience) * step;
    b.talkativeness[i] = static_cast<float>(static_cast<std::int32_t>(words[2][i] >> 24)) * step;
    b.prior[i] = static_cast<float>(static_cast<std::int32_t>(words[3][i] & 0xffffu)) * 0x1p-16f;
    b.market_phase[i] = words[3][i] & 0xffff0000u;
  }
}

RAPPORT_CLONES void settle(Batch& b, const Decay decay, Day today, float recent_rate) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const auto days = static_cast<float>(today - b.settled[i]);
    const float rest = Decay::rest(b.prior[i], b.ceiling[i]);
    b.rest_before[i] = rest;
    // Whoever has not been reached has the prior trust, kept or not.
    const float kept = b.kept_trust[i];
    const float trust = (b.marks[i] & mark::reached) != 0 ? kept : rest;
    b.kept_trust[i] = trust;
    const float settled = decay.trust(trust, rest, days);
    b.trust[i] = settled;
    b.trust_before[i] = settled;
    b.annoyance_before[i] = b.annoyance[i];
    const float recent = b.recent[i] * exp2_kernel(b.days_since_contact[i] * recent_rate);
    b.recent[i] = recent;
    b.crowd[i] = recent;
  }
}

RAPPORT_CLONES void look_up_intrusiveness(Batch& b, const std::array<float, stages> of_stage) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) b.intrusiveness[i] = entry_of(of_stage, b.stage[i]);
}

void expect_nothing(Batch& b) {
  const auto rows = static_cast<Eigen::Index>(b.size);
  b.relevance.head(rows).setConstant(0.5f);  // everybody alike, where relevance is switched off
  for (Column<float>* column : {&b.merit, &b.pressure}) column->head(rows).setZero();
  for (Column<std::uint32_t>* column : {&b.in_market, &b.accepted, &b.declined, &b.replied,
                                        &b.bought, &b.muted, &b.blocked, &b.reported, &b.shared}) {
    column->head(rows).setZero();
  }
  if (row_of(b.channel()).in_feed()) {
    for (Column<std::uint32_t>* column : {&b.responded, &b.followed}) column->head(rows).setZero();
  }
  if (b.approach.deceit > 0.0f) b.found_out.head(rows).setZero();
  if (b.approach.breach > 0.0f) b.betrayed.head(rows).setZero();
}

// Rivals remember their own contacts; each of them is looked at.
void look_at_rivals(const WorldState& world, Batch& b, float recent_rate) {
  for (std::size_t i = 0; i < b.size; ++i) {
    float contacts = 0;
    for (const WorldState* rival : world.rivals) {
      const Relation& theirs = rival->relations[b.target[i]];
      if (theirs.contacted == 0) continue;
      const auto days = static_cast<float>(world.rules.day + 1 - theirs.contacted);
      contacts += static_cast<float>(theirs.recent) * 0.125f * exp2_kernel(days * recent_rate);
    }
    b.rival_contacts[i] = contacts;
  }
}

}  // namespace

void unpack(const WorldState& world, Batch& b) {
  const Parameters& parameters = world.rules.parameters;
  const Day today = world.rules.day;
  Words words;
  take_apart(b.kept, b.size, words);
  unpack_relation(b, words, today);
  take_apart(b.person, b.size, words);
  unpack_person(b, words, static_cast<std::uint32_t>(parameters.market.product_topic));
  look_up_intrusiveness(b, row_of(b.channel()).intrusiveness);
  const auto recent_rate = static_cast<float>(-1.0 / parameters.annoyance.recent_half_life_days);
  settle(b, world.decay, today, recent_rate);
  if (!world.rivals.empty()) look_at_rivals(world, b, recent_rate);
  if (world.first_days.kept()) world.first_days.look_up(b, today);
  expect_nothing(b);
}

}  // namespace rapport
