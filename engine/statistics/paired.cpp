#include "statistics/paired.hpp"

#include <cmath>
#include <limits>

#include "core/contract.hpp"

namespace rapport {
namespace {

double variance_of_paired(std::span<const double> values, std::span<const double> differences) {
  std::vector<double> kept;
  kept.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isnan(differences[i])) kept.push_back(values[i]);
  }
  const double deviation = describe(kept).standard_deviation;
  return deviation * deviation;
}

}  // namespace

double PairedDifference::probability_positive() const {
  if (difference.count == 0) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(positive) / static_cast<double>(difference.count);
}

std::vector<double> paired_differences(std::span<const double> a, std::span<const double> b) {
  RAPPORT_EXPECTS(a.size() == b.size());
  std::vector<double> differences(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) differences[i] = a[i] - b[i];
  return differences;
}

PairedDifference compare_pairs(std::span<const double> a, std::span<const double> b,
                               double confidence) {
  const std::vector<double> differences = paired_differences(a, b);
  PairedDifference result;
  result.difference = describe(differences, confidence);
  for (const double difference : differences) {
    if (difference > 0) ++result.positive;
    if (difference < 0) ++result.negative;
  }
  if (result.difference.count >= 2) {
    const double apart = variance_of_paired(a, differences) + variance_of_paired(b, differences);
    const double deviation = result.difference.standard_deviation;
    if (apart > 0) result.variance_saved = 1 - deviation * deviation / apart;
  }
  return result;
}

}  // namespace rapport
