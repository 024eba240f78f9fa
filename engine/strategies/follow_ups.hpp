// Staying in touch: useful messages to connections, and a pitch to those who are searching.
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "parameters/parameter_row.hpp"
#include "strategies/strategy.hpp"

namespace rapport {

class FollowUps {
 public:
  static constexpr std::size_t settings = 5;

  /// `campaign` holds a strategy's settings, of which the last five are those of follow-ups.
  explicit FollowUps(std::span<const double> campaign);

  Approach approach() const;
  /// Writes to connections that are due, the longest unheard first, within the share of the time
  /// that is left.
  void write(const Situation& now, Plan& plan, std::uint8_t approach) const;

 private:
  double seconds_, value_, surprise_;
  Day days_;
  double share_;
};

/// The settings of a strategy that stays in touch: its own, then those of follow-ups.
template <std::size_t own>
constexpr auto with_follow_ups(const std::array<ParameterRow, own>& rows) {
  const std::string_view strategy = rows[0].group;
  const std::array<ParameterRow, FollowUps::settings> follow_ups = {{
      {strategy, "follow_up_seconds", ValueKind::number, "seconds", 120, 120, 0.001, 36000,
       "work for one message to a connection", "estimate (D)"},
      {strategy, "follow_up_value", ValueKind::number, "1", 0.7, 0.7, 0, 1,
       "what such a message gives to a person whose interest it meets", "estimate (D)"},
      {strategy, "follow_up_surprise", ValueKind::number, "1", 0, 0, 0, 1,
       "what it gives to such a person on top that nobody expected: a gift", "seed claim 56 (S)"},
      {strategy, "follow_up_days", ValueKind::integer, "days", 14, 14, 1, 3650,
       "days between messages to a connection",
       "weekly to monthly: MacCarron, Kaski & Dunbar (A/C), value (D)"},
      {strategy, "follow_up_share", ValueKind::number, "1", 0.5, 0.5, 0, 1,
       "largest share of the time for writing that goes to connections", "estimate (D)"},
  }};
  std::array<ParameterRow, own + FollowUps::settings> all;
  std::copy(rows.begin(), rows.end(), all.begin());
  std::copy(follow_ups.begin(), follow_ups.end(), all.begin() + own);
  return all;
}

}  // namespace rapport
