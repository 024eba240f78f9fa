#include "mechanisms/feed.hpp"

#include <algorithm>
#include <limits>

#include "core/clones.hpp"
#include "core/elementary.hpp"
#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

double feed_room(Day day, const Parameters& parameters) {
  const auto halvings = static_cast<float>(day / parameters.feed.half_life_days);
  return static_cast<double>(exp2_kernel(-halvings)) / parameters.feed.clutter;
}

double organic_reach(Day day, const Parameters& parameters) {
  return parameters.feed.organic_reach * feed_room(day, parameters);
}

double amplified(double responses, double shown, const Parameters& parameters) {
  if (shown <= 0) return 0;
  const double share = responses / shown;
  return parameters.feed.amplification * std::min(1.0, share / parameters.feed.good_response);
}

Day life_of_false_account(std::uint32_t number, Day day, const Draws& draws,
                          const Parameters& parameters) {
  const auto survival = static_cast<float>(1.0 - parameters.feed.purge_per_week);
  if (survival >= 1.0f) return std::numeric_limits<Day>::max();
  if (survival <= 0.0f) return 1;
  const float u = draws.uniform(PersonId{number}, day, 0, Purpose::purge);
  // Every day is survived with the seventh root of a week's chance.
  const float days = 7.0f * log2_kernel(u) / log2_kernel(survival);
  return 1 + static_cast<Day>(std::min(days, 1e6f));
}

namespace {

// What sells or betrays draws no comments; what is worth something does (claims 75, 84).
inline float appeal(const Batch& b, std::size_t i) {
  return b.merit[i] * (1.0f - b.pressure[i]);
}

RAPPORT_CLONES void respond(Batch& b, float probability) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float p = probability * appeal(b, i);
    b.responded[i] = static_cast<std::uint32_t>(b.response_draw[i] < p);
  }
}

}  // namespace

void respond_to_post(Batch& b, const Rules& rules) {
  if (!row_of(b.channel()).in_feed()) return;
  const auto& feed = rules.parameters.feed;
  respond(b, static_cast<float>(feed.response_probability));
  // Who is connected or follows already sees the sender's posts.
  const Rows outside = rows_where(b.size, [&](std::size_t i) {
    return (b.marks[i] & (mark::follower | mark::connected)) == 0;
  });
  const Column<float> draw = draw_for(b, rules, outside, Purpose::follow);
  const auto follows = static_cast<float>(feed.follow_probability);
  for (std::size_t k = 0; k < outside.count; ++k) {
    const std::size_t i = outside.row[k];
    b.followed[i] = static_cast<std::uint32_t>(draw[k] < follows * appeal(b, i));
  }
}

}  // namespace rapport
