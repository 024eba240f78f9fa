// Any scenario that the reader would let through, in small.
#pragma once

#include <cmath>
#include <tuple>

#include "tests/invariants/properties.hpp"

namespace rapport::test {

/// A parameter (row of the table) and where it lies in its range.
using Placement = std::pair<std::size_t, int>;

inline void place(Parameters& parameters, const Placement& placement) {
  const ParameterRow& row = parameter_rows()[placement.first];
  double value = at_place(row.low, row.high, placement.second);
  if (row.kind == ValueKind::integer) value = std::floor(value);
  if (row.kind == ValueKind::flag) value = placement.second < 500 ? 0 : 1;
  parameter_value(parameters, placement.first) = value;
}

/// Blasts and notes side by side or one after the other.
inline Campaign of_parts(const std::string& strategy, double hours) {
  Campaign result = campaign(strategy, hours);
  for (const char* part : {"thoughtful-engagement", "gratitude", "referral", "spam-blast"}) {
    result.parts.push_back(campaign(part, hours));
    result.parts.back().share = 1.0 / 4;
    result.parts.back().first_day = 7 * static_cast<Day>(result.parts.size() - 1);
  }
  return result;
}

/// Some parameters anywhere in their ranges, some mechanisms off, one of each strategy.
inline Scenario random_scenario() {
  using rc::gen::inRange;
  const auto set = *rc::gen::element(ParameterSet::seed, ParameterSet::benchmark);
  const auto kind = *rc::gen::element(NetworkKind::communities, NetworkKind::ring,
                                      NetworkKind::star, NetworkKind::random);
  const auto days = *inRange(1, 40);
  const auto people = *inRange<std::uint32_t>(30, 300);
  const auto hours = *inRange(0, 25);
  Scenario result = scenario(
      set, days, network(kind, people, 4),
      {campaign("do-nothing", hours),
       campaign("spam-blast", hours),
       campaign("spam-blast", hours, {{"channel", 1}, {"sampling", 1}, {"message_seconds", 60}}),
       campaign("thoughtful-engagement", hours, {{"follow_up_days", 3}}),
       campaign("seeding", hours, {{"seeds", 5}}),
       campaign("persistent-blast", hours, {{"invitation_seconds", 120}}),
       campaign("first-contact-pitch", hours, {{"follow_up_days", 3}}),
       campaign("listen-first", hours, {{"listen_share", 0.2}}),
       campaign("referral", hours, {{"consent", 1}}),
       campaign("inmail", hours, {{"inmail_seconds", 60}}),
       campaign("community-joining", hours, {{"contributions", 5}}),
       campaign("group-message", hours, {{"every_days", 2}}),
       campaign("dormant-presence", hours, {{"fresh_days", 5}}),
       campaign("complaint-handling", hours, {{"posture", 2}, {"promise_days", 2}}),
       campaign("complaint-handling", hours, {{"posture", 3}}),
       campaign("employee-champions", hours, {{"every_days", 1}}),
       campaign("content", hours, {{"curated_seconds", 60}}),
       campaign("disguised-advertising", hours, {{"found_out", 0.3}}),
       campaign("bait-and-switch", hours),
       campaign("bought-audience", hours),
       of_parts("mixed", hours),
       of_parts("phases", hours)});
  result.network.community_size = 15;
  result.seed = *rc::gen::arbitrary<std::uint64_t>();
  result.people = true;
  result.daily = DailyOutput::all;
  const auto placements = *rc::gen::container<std::vector<Placement>>(
      rc::gen::pair(inRange<std::size_t>(0, parameter_rows().size()), inRange(0, 1'001)));
  for (const Placement& each : placements) place(result.parameters, each);
  for (const MechanismRow& row : mechanism_rows()) {
    if (*inRange(0, 6) == 0) result.mechanisms_off.emplace_back(row.name);
  }
  return result;
}

}  // namespace rapport::test
