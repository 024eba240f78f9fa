// Impressions bought with a budget of money a day: anybody may see them.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "strategies/strategy.hpp"

namespace rapport {

/// More are no campaign but a mistake: at 12 bytes each they take more than a gigabyte.
inline constexpr double most_impressions_a_day = 1e8;

constexpr double impressions_a_day(double money_per_day, double price_per_thousand) {
  return 1000 * money_per_day / price_per_thousand;
}

class Impressions {
 public:
  static constexpr std::size_t settings = 3;

  /// `campaign` holds a strategy's settings, of which the first three are those of impressions.
  explicit Impressions(std::span<const double> campaign)
      : per_day_(impressions_a_day(campaign[0], campaign[1])),
        price_(campaign[1] / 1000),
        work_seconds_(campaign[2]) {}

  /// Buys a day's impressions of an approach about a topic and looks after them; a fraction of one
  /// waits for tomorrow.
  /// Two senders with one approach each reach the same people, one sender with both reaches others
  /// with each.
  void buy(const Situation& now, Plan& plan, std::uint8_t approach, std::uint8_t topic) {
    plan.work(work_seconds_);
    owed_ += per_day_;
    const auto count = static_cast<std::uint32_t>(owed_);
    owed_ -= count;
    const std::uint32_t number = plan.number_of(approach);
    for (std::uint32_t k = 0; k < count; ++k) {
      plan.send(PersonId{anybody(now, k, Purpose::impression, number)}, approach, topic);
    }
    plan.pay(count * price_);
  }

  /// Whether no day will bring any.
  bool none() const { return per_day_ == 0; }

 private:
  double per_day_, price_, work_seconds_;
  double owed_ = 0;
};

/// The settings of a strategy that buys impressions: those, then its own.
template <std::size_t own>
constexpr auto with_impressions(const std::array<ParameterRow, own>& rows) {
  const std::string_view strategy = rows[0].group;
  const std::array<ParameterRow, Impressions::settings> impressions = {{
      {strategy, "money_per_day", ValueKind::number, "money/day", 20, 20, 0, 1e9,
       "what is spent on impressions in a day, beside the hours", "estimate (D)"},
      {strategy, "price_per_thousand", ValueKind::number, "money", 30, 30, 0.001, 1e6,
       "price of a thousand impressions", "about 30 on a network for business: vendors (C)"},
      {strategy, "work_seconds", ValueKind::number, "seconds", 600, 600, 0, 86400,
       "work for looking after the advert on a day", "estimate (D)"},
  }};
  std::array<ParameterRow, Impressions::settings + own> all;
  std::copy(impressions.begin(), impressions.end(), all.begin());
  std::copy(rows.begin(), rows.end(), all.begin() + Impressions::settings);
  return all;
}

}  // namespace rapport
