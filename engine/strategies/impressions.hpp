// Impressions bought with a budget of money a day: anybody may see them.
#pragma once

#include <cstdint>

#include "strategies/strategy.hpp"

namespace rapport {

/// More are no campaign but a mistake: at 12 bytes each they take more than a gigabyte.
inline constexpr double most_impressions_a_day = 1e8;

constexpr double impressions_a_day(double money_per_day, double price_per_thousand) {
  return 1000 * money_per_day / price_per_thousand;
}

class Impressions {
 public:
  /// Money a day, and the price of a thousand impressions.
  Impressions(double money_per_day, double price_per_thousand)
      : per_day_(impressions_a_day(money_per_day, price_per_thousand)),
        price_(price_per_thousand / 1000) {}

  /// Buys a day's impressions of an approach about a topic; a fraction of one waits for tomorrow.
  /// Two senders with one approach each reach the same people, one sender with both reaches others
  /// with each.
  void buy(const Situation& now, Plan& plan, std::uint8_t approach, std::uint8_t topic) {
    owed_ += per_day_;
    const auto count = static_cast<std::uint32_t>(owed_);
    owed_ -= count;
    const std::uint64_t people = now.population.people();
    const std::uint32_t number = plan.number_of(approach);
    for (std::uint32_t k = 0; k < count; ++k) {
      const std::uint64_t word =
          now.rules.draws.word(PersonId{k}, now.rules.day, number, Purpose::impression);
      plan.send(PersonId{static_cast<std::uint32_t>((word * people) >> 32)}, approach, topic);
    }
    plan.pay(count * price_);
  }

  /// Whether no day will bring any.
  bool none() const { return per_day_ == 0; }

 private:
  double per_day_, price_;
  double owed_ = 0;
};

}  // namespace rapport
