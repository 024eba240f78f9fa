// The few measures by which campaigns are ranked, for each family.
#pragma once

#include <array>
#include <span>

#include "measures/measures.hpp"

namespace rapport {

// Four a family, so that neither side of the argument is reduced to one number. Left out are
// measures that are part of another (messages_read of messages_delivered, sales_value of profit,
// mean_trust of relationship_equity), what the sender decides alone (messages_sent) and harm, which
// relationship_equity already weighs.

/// What the tool shows: how much went out, to how many, and what came back.
inline constexpr std::array headline_activity = {
    Measure::messages_delivered, Measure::people_touched, Measure::replies, Measure::connections};

/// What outreach is for, in the order in which the headline sentence looks for a difference.
inline constexpr std::array headline_result = {
    Measure::trusted_relationships, Measure::relationship_equity, Measure::sales, Measure::profit};

constexpr std::span<const Measure> headline_measures(Family family) {
  if (family == Family::activity) return headline_activity;
  return headline_result;
}

}  // namespace rapport
