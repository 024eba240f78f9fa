#include "statistics/bootstrap.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "core/contract.hpp"

namespace rapport {
namespace {

/// Third standardised moment of the leave-one-out values over six; 0 when they do not vary.
double jackknife_acceleration(const WeightedStatistic& statistic, std::size_t size) {
  std::vector<double> weights(size, 1.0);
  std::vector<double> without(size);
  double mean = 0;
  for (std::size_t i = 0; i < size; ++i) {
    weights[i] = 0;
    without[i] = statistic(weights);
    weights[i] = 1;
    mean += without[i] / static_cast<double>(size);
  }
  double squares = 0;
  double cubes = 0;
  for (const double value : without) {
    const double distance = mean - value;
    squares += distance * distance;
    cubes += distance * distance * distance;
  }
  return squares > 0 ? cubes / (6 * squares * std::sqrt(squares)) : 0;
}

/// Share of samples below the estimate, ties counted half, kept off 0 and 1 where the normal
/// quantile is infinite.
double share_below(const std::vector<double>& sorted, double estimate) {
  const auto below = std::lower_bound(sorted.begin(), sorted.end(), estimate);
  const auto above = std::upper_bound(below, sorted.end(), estimate);
  const auto count = static_cast<double>(sorted.size());
  const double share =
      (static_cast<double>(below - sorted.begin()) + 0.5 * static_cast<double>(above - below)) /
      count;
  return std::clamp(share, 0.5 / count, 1 - 0.5 / count);
}

}  // namespace

Resamples::Resamples(std::size_t size, std::size_t count, const Draws& draws)
    : size_(size), count_(count), weights_(size * count, 0.0) {
  RAPPORT_EXPECTS(size > 0);
  for (std::size_t resample = 0; resample < count; ++resample) {
    double* weights = weights_.data() + resample * size;
    for (std::size_t first = 0; first < size; first += 4) {
      const DrawBlock words = draws.block(static_cast<std::uint32_t>(first / 4),
                                          static_cast<Day>(resample), 0, Purpose::resample);
      for (std::size_t i = 0; i < std::min<std::size_t>(4, size - first); ++i) {
        // Scaling a word instead of taking a remainder: off by at most size / 2^32.
        weights[(static_cast<std::uint64_t>(words[i]) * size) >> 32] += 1;
      }
    }
  }
}

std::span<const double> Resamples::weights(std::size_t resample) const {
  return {weights_.data() + resample * size_, size_};
}

Blocks::Blocks(std::size_t replicates, std::size_t columns, std::size_t most,
               const std::function<void(std::size_t, std::span<double>)>& row)
    : columns_(columns),
      sizes_(std::min(replicates, most), 0.0),
      sums_(sizes_.size() * columns, 0.0) {
  RAPPORT_EXPECTS(replicates > 0 && most > 0);
  std::vector<double> numbers(columns);
  for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
    const std::size_t block = replicate * sizes_.size() / replicates;
    row(replicate, numbers);
    sizes_[block] += 1;
    double* sums = sums_.data() + block * columns;
    for (std::size_t column = 0; column < columns; ++column) sums[column] += numbers[column];
  }
}

// Plain loops in a fixed order: Eigen's product blocks by the size of the caches, so its last bits
// would depend on the processor.
void Blocks::add_means(std::span<const double> weights, std::span<double> means) const {
  double total = 0;
  for (std::size_t block = 0; block < sizes_.size(); ++block) {
    const double weight = weights[block];
    if (weight == 0) continue;
    total += weight * sizes_[block];
    const double* sums = sums_.data() + block * columns_;
    for (std::size_t column = 0; column < columns_; ++column)
      means[column] += weight * sums[column];
  }
  for (double& mean : means) mean /= total;
}

std::vector<double> Blocks::means() const {
  return means(std::vector<double>(sizes_.size(), 1.0));
}

std::vector<double> Blocks::means(std::span<const double> weights) const {
  std::vector<double> result(columns_, 0.0);
  add_means(weights, result);
  return result;
}

std::vector<double> Blocks::bootstrap_means(const Resamples& resamples) const {
  RAPPORT_EXPECTS(resamples.size() == count());
  std::vector<double> result(resamples.count() * columns_, 0.0);
  for (std::size_t b = 0; b < resamples.count(); ++b) {
    add_means(resamples.weights(b), std::span(result).subspan(b * columns_, columns_));
  }
  return result;
}

std::optional<Interval> bca_interval(const WeightedStatistic& statistic, const Resamples& resamples,
                                     double confidence) {
  if (resamples.size() < 2) return std::nullopt;
  const double estimate = statistic(std::vector<double>(resamples.size(), 1.0));
  std::vector<double> samples(resamples.count());
  for (std::size_t b = 0; b < samples.size(); ++b) samples[b] = statistic(resamples.weights(b));
  const auto finite = [](double value) { return std::isfinite(value); };
  if (!finite(estimate) || !std::all_of(samples.begin(), samples.end(), finite)) {
    return std::nullopt;
  }
  std::sort(samples.begin(), samples.end());
  const boost::math::normal normal;
  const double bias = boost::math::quantile(normal, share_below(samples, estimate));
  const double acceleration = jackknife_acceleration(statistic, resamples.size());
  if (!finite(acceleration)) return std::nullopt;
  const auto corrected = [&](double probability) {
    const double z = bias + boost::math::quantile(normal, probability);
    const double moved = bias + z / (1 - acceleration * z);
    return sorted_quantile(samples.data(), samples.size(), boost::math::cdf(normal, moved));
  };
  const double tail = 0.5 * (1 - confidence);
  return Interval{corrected(tail), corrected(1 - tail)};
}

}  // namespace rapport
