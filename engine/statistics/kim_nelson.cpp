#include "statistics/kim_nelson.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/sample.hpp"

namespace rapport {
namespace {

class Procedure {
 public:
  Procedure(std::span<const std::vector<double>> values, const SelectionRule& rule)
      : values_(values), rule_(rule) {
    selection_.dropped_after.resize(values.size());
  }

  Selection run(std::size_t replicates) {
    for (std::size_t look = rule_.first; look <= replicates; look = after(look, replicates)) {
      screen(look);
      const auto left = campaigns_left();
      if (left.size() > 1) continue;
      selection_.best = left.front();
      break;
    }
    return std::move(selection_);
  }

 private:
  /// The next look, beyond `replicates` after the last one. What is left of a batch counts as one:
  /// the procedure may look after any replicate.
  std::size_t after(std::size_t look, std::size_t replicates) const {
    return look < replicates ? std::min(look + rule_.batch, replicates) : look + 1;
  }

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
    find_complete(left);
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
    const Sample first = difference(a, b, rule_.first), now = difference(a, b, look);
    if (first.count < 2) return false;
    const double variance = first.standard_deviation * first.standard_deviation;
    const auto freedom = static_cast<double>(first.count - 1);
    const auto rivals = static_cast<double>(values_.size() - 1);
    const double eta = 0.5 * (std::pow(2 * (1 - rule_.probability) / rivals, -2 / freedom) - 1);
    const double delta = rule_.indifference;
    const auto r = static_cast<double>(now.count);
    const double width =
        std::max(0.0, delta / (2 * r) * (2 * eta * freedom * variance / (delta * delta) - r));
    if (now.mean < -width) return true;
    // Equal means at the end of the region: it does not matter which one stays.
    return width == 0 && now.mean == 0 && a > b;
  }

  /// Which replicates all of these campaigns have. They are the same for every pair: means of other
  /// replicates pair by pair could beat each other in a circle, and nobody would be left.
  void find_complete(const std::vector<std::size_t>& campaigns) {
    std::size_t count = values_[campaigns.front()].size();
    for (const std::size_t k : campaigns) count = std::min(count, values_[k].size());
    complete_.assign(count, true);
    for (std::size_t replicate = 0; replicate < count; ++replicate) {
      for (const std::size_t k : campaigns) {
        if (std::isnan(values_[k][replicate])) complete_[replicate] = false;
      }
    }
  }

  /// a - b in the complete ones of the first `replicates`.
  Sample difference(std::size_t a, std::size_t b, std::size_t replicates) const {
    std::vector<double> differences;
    for (std::size_t replicate = 0; replicate < std::min(replicates, complete_.size());
         ++replicate) {
      if (!complete_[replicate]) continue;
      differences.push_back(values_[a][replicate] - values_[b][replicate]);
    }
    return describe(differences);
  }

  std::span<const std::vector<double>> values_;
  const SelectionRule& rule_;
  std::vector<bool> complete_;  // [replicate]
  Selection selection_;
};

}  // namespace

Selection select_best(std::span<const std::vector<double>> values, std::size_t replicates,
                      const SelectionRule& rule) {
  return Procedure(values, rule).run(replicates);
}

}  // namespace rapport
