#include "statistics/best.hpp"

#include <algorithm>

namespace rapport {

std::vector<double> probability_best(const Blocks& columns, const Resamples& resamples) {
  const std::size_t campaigns = columns.columns();
  const std::vector<double> means = columns.bootstrap_means(resamples);
  std::vector<double> wins(campaigns, 0.0);
  for (std::size_t b = 0; b < resamples.count(); ++b) {
    const auto first = means.begin() + static_cast<std::ptrdiff_t>(b * campaigns);
    const auto last = first + static_cast<std::ptrdiff_t>(campaigns);
    const double best = *std::max_element(first, last);
    const auto winners = static_cast<double>(std::count(first, last, best));
    for (std::size_t c = 0; c < campaigns; ++c) {
      if (means[b * campaigns + c] == best) wins[c] += 1 / winners;
    }
  }
  for (double& share : wins) share /= static_cast<double>(resamples.count());
  return wins;
}

}  // namespace rapport
