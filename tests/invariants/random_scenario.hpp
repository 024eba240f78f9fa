// Any scenario that the reader would let through, in small.
#pragma once

#include <cmath>
#include <string_view>
#include <tuple>
#include <vector>

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

/// A setting that lets a strategy do all that it does, within weeks and among few people.
struct Quick {
  std::string_view strategy, setting;
  double value;
};
inline constexpr Quick quick[] = {{"thoughtful-engagement", "follow_up_days", 3},
                                  {"first-contact-pitch", "follow_up_days", 3},
                                  {"seeding", "seeds", 5},
                                  {"persistent-blast", "invitation_seconds", 120},
                                  {"spam-blast", "message_seconds", 60},
                                  {"listen-first", "listen_share", 0.2},
                                  {"referral", "consent", 1},
                                  {"inmail", "inmail_seconds", 60},
                                  {"community-joining", "contributions", 5},
                                  {"group-message", "every_days", 2},
                                  {"dormant-presence", "fresh_days", 5},
                                  {"complaint-handling", "promise_days", 2},
                                  {"gratitude", "fan_days", 5},
                                  {"employee-champions", "every_days", 1},
                                  {"content", "curated_seconds", 60},
                                  {"disguised-advertising", "found_out", 0.3},
                                  {"managed", "review_days", 3},
                                  {"kpi-chaser", "patience_days", 10}};

/// A campaign of that strategy, which may choose anything where there is a choice.
inline Campaign random_campaign(const StrategyRow& row, double hours) {
  Campaign result = campaign(std::string(row.name), hours);
  for (std::size_t k = 0; k < row.parameters.size(); ++k) {
    const ParameterRow& setting = row.parameters[k];
    for (const Quick& each : quick) {
      const bool meant = each.strategy == row.name && each.setting == setting.name;
      if (meant) result.settings[k] = each.value;
    }
    if (setting.kind == ValueKind::choice) {
      result.settings[k] = *rc::gen::inRange(0, static_cast<int>(setting.high) + 1);
    }
  }
  return result;
}

/// Several side by side or one after the other.
inline void divide(Campaign& whole, double hours) {
  for (const char* part : {"thoughtful-engagement", "gratitude", "referral", "spam-blast"}) {
    whole.parts.push_back(random_campaign(*find_strategy(part), hours));
    whole.parts.back().share = 1.0 / 4;
    whole.parts.back().first_day = 7 * static_cast<Day>(whole.parts.size() - 1);
  }
}

/// One campaign of each strategy; the last one has a rival.
inline std::vector<Campaign> random_campaigns(double hours) {
  std::vector<Campaign> campaigns;
  for (const StrategyRow& row : strategy_rows()) {
    Campaign each = random_campaign(row, hours);
    if (row.parts != PartsKind::none) divide(each, hours);
    for (double* choice : {&each.expertise, &each.voice, &each.research}) {
      *choice = *rc::gen::inRange(0, choice == &each.expertise ? 4 : 2);
    }
    for (double* share : {&each.message_errors, &each.bad_name, &each.pull}) {
      *share = *rc::gen::inRange(0, 11) / 10.0;
    }
    campaigns.push_back(std::move(each));
  }
  const auto rival = *rc::gen::inRange<std::size_t>(0, strategy_rows().size());
  const StrategyRow& row = strategy_rows()[rival];
  campaigns.back().rivals = {random_campaign(row, hours)};
  if (row.parts != PartsKind::none) divide(campaigns.back().rivals[0], hours);
  return campaigns;
}

/// Some parameters anywhere in their ranges, some mechanisms off, every strategy.
inline Scenario random_scenario() {
  using rc::gen::inRange;
  const auto set = *rc::gen::element(ParameterSet::seed, ParameterSet::benchmark);
  const auto kind = *rc::gen::element(NetworkKind::communities, NetworkKind::ring,
                                      NetworkKind::star, NetworkKind::random);
  const auto days = *inRange(1, 40);
  const auto people = *inRange<std::uint32_t>(30, 300);
  Scenario result =
      scenario(set, days, network(kind, people, 4), random_campaigns(*inRange(0, 25)));
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
