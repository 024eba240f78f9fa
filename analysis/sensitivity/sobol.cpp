#include "analysis/sensitivity/sobol.hpp"

namespace rapport {
namespace {

/// Columns whose means the indices are made of: those of both matrices, then two a parameter.
enum Column : std::size_t { mean_of_both, square_of_both, first_parameter };

bool is_block(std::span<const std::vector<double>> block) {
  const std::vector<double>&a = block.front(), &b = block.back();
  for (std::size_t moved = 0; moved < a.size(); ++moved) {
    for (std::size_t k = 0; k < a.size(); ++k) {
      if (block[moved + 1][k] != (k == moved ? b[k] : a[k])) return false;
    }
  }
  return true;
}

double variance_of(std::span<const double> means) {
  return means[square_of_both] - means[mean_of_both] * means[mean_of_both];
}

double first_of(std::span<const double> means, std::size_t parameter) {
  const double variance = variance_of(means);
  return variance > 0 ? means[first_parameter + 2 * parameter] / variance : 0;
}

double total_of(std::span<const double> means, std::size_t parameter) {
  const double variance = variance_of(means);
  return variance > 0 ? means[first_parameter + 2 * parameter + 1] / variance : 0;
}

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

}  // namespace

std::optional<std::size_t> saltelli_blocks(const DesignPoints& points) {
  if (points.empty() || points.front().empty()) return std::nullopt;
  const std::size_t block = points.front().size() + 2;
  if (points.size() % block != 0 || points.size() / block < 2) return std::nullopt;
  for (std::size_t first = 0; first < points.size(); first += block) {
    if (!is_block(std::span(points).subspan(first, block))) return std::nullopt;
  }
  return points.size() / block;
}

std::vector<SobolIndex> sobol_indices(std::size_t parameters, std::span<const double> outcomes,
                                      const SamplesOf& samples_of) {
  const std::size_t block = parameters + 2;
  // Around their mean, so that the products below lose no digits and no precision.
  const double centre = mean_of(outcomes);
  const Blocks blocks(outcomes.size() / block, first_parameter + 2 * parameters, most_blocks,
                      [&](std::size_t n, std::span<double> row) {
                        const auto of = outcomes.subspan(n * block, block);
                        const double a = of.front() - centre, b = of.back() - centre;
                        row[mean_of_both] = 0.5 * (a + b);
                        row[square_of_both] = 0.5 * (a * a + b * b);
                        for (std::size_t k = 0; k < parameters; ++k) {
                          const double mixed = of[k + 1] - centre;
                          row[first_parameter + 2 * k] = b * (mixed - a);
                          row[first_parameter + 2 * k + 1] = 0.5 * (a - mixed) * (a - mixed);
                        }
                      });
  const Resamples& resamples = samples_of(blocks.count());
  const std::vector<double> means = blocks.means();
  std::vector<SobolIndex> indices;
  for (std::size_t k = 0; k < parameters; ++k) {
    SobolIndex& index = indices.emplace_back();
    index.first = first_of(means, k);
    index.total = total_of(means, k);
    if (!(variance_of(means) > 0)) continue;
    index.first_interval = bca_interval(
        [&](std::span<const double> weights) { return first_of(blocks.means(weights), k); },
        resamples);
    index.total_interval = bca_interval(
        [&](std::span<const double> weights) { return total_of(blocks.means(weights), k); },
        resamples);
  }
  return indices;
}

}  // namespace rapport
