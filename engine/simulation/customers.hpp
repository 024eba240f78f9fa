// Who is a customer of the sender, by whom referred, and on which day each of them leaves.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/ids.hpp"
#include "parameters/parameters.hpp"

namespace rapport {

struct WorldState;

/// Grows with those who buy and those to whom they tell, not with the people there are.
class Customers {
 public:
  explicit Customers(Day horizon) : horizon_(horizon) {}

  bool contains(std::uint32_t person) const { return all_.contains(person); }
  std::int64_t size() const { return static_cast<std::int64_t>(all_.size()); }
  /// Whether anybody leaves before the horizon.
  bool any_leaves() const { return leaving_ > 0; }

  /// A customer has told the person something good; the first one counts.
  void refer(std::uint32_t person, std::uint32_t customer) {
    referrers_.try_emplace(person, customer);
  }
  /// The person buys today. Whoever is a customer already stays as long as it would have.
  void win(std::uint32_t person, float stay, Day today, const Parameters& parameters);
  /// Those whose time is over today are customers no longer, and hold nobody any more.
  std::vector<std::uint32_t> let_go(Day today, const Parameters& parameters);

 private:
  struct Customer {
    double stay;  // left on day `since`, in half-lives
    Day since;
    Day leaves;
  };

  void schedule(std::uint32_t person, Customer& customer, double rate);

  Day horizon_;
  std::unordered_map<std::uint32_t, Customer> all_;
  std::unordered_map<std::uint32_t, std::uint32_t> referrers_;          // by person told
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> held_;  // by who referred them
  /// By day; whoever is scheduled for another one by now is passed over.
  std::vector<std::vector<std::uint32_t>> calendar_;
  std::int64_t leaving_ = 0;
};

/// Takes note of whom customers have told something good today.
void note_referrals(WorldState& world);
/// Lets customers go whose time is over.
void let_customers_go(WorldState& world);

}  // namespace rapport
