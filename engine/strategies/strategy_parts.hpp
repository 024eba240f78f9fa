// The strategies of which a campaign consists, for those that divide its hours or its days.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "parameters/scenario.hpp"
#include "strategies/strategy.hpp"

namespace rapport {

class StrategyParts {
 public:
  explicit StrategyParts(const Campaign& campaign);

  std::size_t size() const { return parts_.size(); }
  Strategy& operator[](std::size_t part) { return *parts_[part]; }
  const Strategy& operator[](std::size_t part) const { return *parts_[part]; }

  /// The approaches of all parts, one part after the other.
  std::vector<Approach> approaches() const;
  /// Lets a part spend so many seconds of the day; returns how many it has.
  double plan(std::size_t part, const Situation& now, Plan& plan, double seconds);
  /// Divides what is left of the day among the parts by these shares, in their order: time that a
  /// part finds no use for goes to those behind it, by their shares. Returns the seconds that each
  /// part has worked.
  std::vector<double> plan_by_shares(const Situation& now, Plan& plan,
                                     std::span<const double> shares);
  /// Lets every part hear what came of a day.
  void learn(Day day, const Answers& answers);
  /// What a part's ways of addressing people moved together.
  Moved moved(std::size_t part, const Answers& answers) const;
  /// One sender has one subscription: the largest that a part needs.
  double inmails_a_month(Day day, const Parameters& parameters) const;
  /// Whether all parts are.
  bool finished(Day day) const;

 private:
  std::vector<std::unique_ptr<Strategy>> parts_;
  std::vector<std::size_t> begins_;  // of each part's approaches, and their number
};

}  // namespace rapport
