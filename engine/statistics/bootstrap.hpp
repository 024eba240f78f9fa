// The bootstrap over replicates with addressed draws: the same data give the same interval.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/random.hpp"
#include "statistics/interval.hpp"

namespace rapport {

/// How often each of `size` items stands in each of `count` samples drawn with replacement.
class Resamples {
 public:
  Resamples(std::size_t size, std::size_t count, const Draws& draws);

  std::size_t size() const { return size_; }
  std::size_t count() const { return count_; }
  /// Multiplicities of sample `resample`, one per item; they add up to size().
  std::span<const double> weights(std::size_t resample) const;

 private:
  std::size_t size_;
  std::size_t count_;
  std::vector<double> weights_;  // [resample][item]
};

/// Replicates gathered into at most `most` blocks of nearly equal size. Replicates are independent,
/// so drawing blocks estimates the same variance of a mean as drawing replicates, at a cost that no
/// longer grows with their number.
class Blocks {
 public:
  /// replicates must be at least 1; `row(r)` gives `columns` numbers of replicate r.
  Blocks(std::size_t replicates, std::size_t columns, std::size_t most,
         const std::function<void(std::size_t replicate, std::span<double> row)>& row);

  std::size_t count() const { return sizes_.size(); }
  std::size_t columns() const { return columns_; }
  /// Column sums of the blocks, [block][column].
  const std::vector<double>& sums() const { return sums_; }
  /// Column means over all replicates.
  std::vector<double> means() const;
  /// Column means with each block counted `weights[block]` times.
  std::vector<double> means(std::span<const double> weights) const;
  /// Column means of every sample of blocks, [resample][column]; resamples.size() == count().
  std::vector<double> bootstrap_means(const Resamples& resamples) const;

 private:
  void add_means(std::span<const double> weights, std::span<double> means) const;

  std::size_t columns_;
  std::vector<double> sizes_;  // replicates in each block
  std::vector<double> sums_;   // [block][column]
};

/// A statistic as a function of how often each item counts; scaling all weights must not change it.
using WeightedStatistic = std::function<double(std::span<const double> weights)>;

/// Bias-corrected and accelerated interval (Efron 1987), acceleration by the jackknife. None when
/// there are fewer than two items or the statistic is not finite on some sample.
std::optional<Interval> bca_interval(const WeightedStatistic& statistic, const Resamples& resamples,
                                     double confidence = usual_confidence);

}  // namespace rapport
