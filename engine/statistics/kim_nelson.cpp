#include "statistics/kim_nelson.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/paired.hpp"

namespace rapport {
namespace {

class Procedure {
 public:
  Procedure(std::span<const std::vector<double>> values, const SelectionRule& rule)
      : values_(values), rule_(rule) {
    selection_.dropped_after.resize(values.size());
  }

  Selection run(std::size_t replicates) {
    for (std::size_t look = rule_.first; look <= replicates; look += rule_.batch) {
      screen(look);
      const auto left = campaigns_left();
      if (left.size() > 1) continue;
      selection_.best = left.front();
      break;
    }
    return std::move(selection_);
  }

 private:
  std::vector<std::size_t> campaigns_left() const {
    std::vector<std::size_t> left;
    for (std::size_t k = 0; k < values_.size(); ++k) {
      if (!selection_.dropped_after[k]) left.push_back(k);
    }
    return left;
  }

  /// Drops whoever lies too far behind one of those that were there before this look.
  void screen(std::size_t look) {
    const auto left = campaigns_left();
    std::vector<std::size_t> dropped;
    for (const std::size_t a : left) {
      for (const std::size_t b : left) {
        if (a == b || !is_beaten(a, b, look)) continue;
        dropped.push_back(a);
        break;
      }
    }
    for (const std::size_t k : dropped) selection_.dropped_after[k] = look;
  }

  /// Whether b is ahead of a by more than the width of the continuation region.
  bool is_beaten(std::size_t a, std::size_t b, std::size_t look) const {
    const PairedDifference first = pairs(a, b, rule_.first), now = pairs(a, b, look);
    if (first.difference.count < 2) return false;
    const double variance =
        first.difference.standard_deviation * first.difference.standard_deviation;
    const auto freedom = static_cast<double>(first.difference.count - 1);
    const auto rivals = static_cast<double>(values_.size() - 1);
    const double eta = 0.5 * (std::pow(2 * (1 - rule_.probability) / rivals, -2 / freedom) - 1);
    const double delta = rule_.indifference;
    const auto r = static_cast<double>(now.difference.count);
    const double width =
        std::max(0.0, delta / (2 * r) * (2 * eta * freedom * variance / (delta * delta) - r));
    if (now.difference.mean < -width) return true;
    // Equal means at the end of the region: it does not matter which one stays.
    return width == 0 && now.difference.mean == 0 && a > b;
  }

  PairedDifference pairs(std::size_t a, std::size_t b, std::size_t replicates) const {
    const std::size_t count = std::min({replicates, values_[a].size(), values_[b].size()});
    return compare_pairs(std::span(values_[a]).first(count), std::span(values_[b]).first(count));
  }

  std::span<const std::vector<double>> values_;
  const SelectionRule& rule_;
  Selection selection_;
};

}  // namespace

Selection select_best(std::span<const std::vector<double>> values, std::size_t replicates,
                      const SelectionRule& rule) {
  return Procedure(values, rule).run(replicates);
}

}  // namespace rapport
