#include "analysis/sensitivity/break_even.hpp"

#include <algorithm>
#include <cmath>

namespace rapport {
namespace {

constexpr std::size_t fewest_replicates = 6;

/// Values at which the course through (value, mean) is zero, ascending.
std::vector<double> crossings(std::span<const double> values, std::span<const double> means) {
  std::vector<double> found;
  double last = 0;  // sign of the last mean that is not zero
  std::size_t from = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (means[i] == 0) continue;
    const double sign = means[i] > 0 ? 1 : -1;
    if (last * sign < 0) {
      const double share = means[from] / (means[from] - means[i]);
      found.push_back(values[from] + share * (values[i] - values[from]));
    }
    last = sign;
    from = i;
  }
  return found;
}

std::vector<std::size_t> complete_replicates(const std::vector<std::vector<double>>& differences) {
  std::vector<std::size_t> complete;
  for (std::size_t r = 0; r < differences.front().size(); ++r) {
    const auto known = [r](const auto& row) { return !std::isnan(row[r]); };
    if (std::all_of(differences.begin(), differences.end(), known)) complete.push_back(r);
  }
  return complete;
}

/// In every sample the tie that is nearest to `border.at`.
void add_band(BreakEven& border, std::span<const double> values, const std::vector<double>& means) {
  std::vector<double> nearest;
  const std::size_t count = means.size() / values.size();
  for (std::size_t b = 0; b < count; ++b) {
    const auto found =
        crossings(values, std::span(means).subspan(b * values.size(), values.size()));
    if (found.empty()) continue;
    nearest.push_back(*std::min_element(found.begin(), found.end(), [&](double a, double c) {
      return std::abs(a - border.at) < std::abs(c - border.at);
    }));
  }
  border.share = static_cast<double>(nearest.size()) / static_cast<double>(count);
  if (border.share < usual_confidence) return;
  std::sort(nearest.begin(), nearest.end());
  const auto end = [&](double share) {
    return sorted_quantile(nearest.data(), nearest.size(), share);
  };
  border.band = Interval{end(0.5 * (1 - usual_confidence)), end(0.5 * (1 + usual_confidence))};
}

}  // namespace

std::vector<BreakEven> break_evens(std::span<const double> values,
                                   const std::vector<std::vector<double>>& differences,
                                   const SamplesOf& samples_of) {
  std::vector<BreakEven> borders;
  if (values.size() < 2) return borders;
  const std::vector<std::size_t> complete = complete_replicates(differences);
  if (complete.empty()) return borders;
  const Blocks blocks(complete.size(), values.size(), most_blocks,
                      [&](std::size_t replicate, std::span<double> row) {
                        for (std::size_t i = 0; i < row.size(); ++i) {
                          row[i] = differences[i][complete[replicate]];
                        }
                      });
  for (const double at : crossings(values, blocks.means())) borders.push_back({at, {}, 0});
  if (borders.empty() || complete.size() < fewest_replicates) return borders;
  const std::vector<double> means = blocks.bootstrap_means(samples_of(blocks.count()));
  for (BreakEven& border : borders) add_band(border, values, means);
  return borders;
}

}  // namespace rapport
