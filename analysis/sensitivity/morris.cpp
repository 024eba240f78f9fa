#include "analysis/sensitivity/morris.hpp"

#include <algorithm>
#include <cmath>

namespace rapport {
namespace {

/// The only parameter in which two points differ.
std::optional<std::size_t> moved_parameter(const std::vector<double>& from,
                                           const std::vector<double>& to) {
  std::optional<std::size_t> moved;
  for (std::size_t k = 0; k < from.size(); ++k) {
    if (from[k] == to[k]) continue;
    if (moved) return std::nullopt;
    moved = k;
  }
  return moved;
}

}  // namespace

std::optional<MorrisDesign> morris_design_of(const DesignPoints& points) {
  if (points.empty() || points.front().empty()) return std::nullopt;
  const std::size_t parameters = points.front().size(), block = parameters + 1;
  // One parameter: any list of values would do, and a curve tells more.
  if (parameters < 2 || points.size() % block != 0 || points.size() / block < 2) {
    return std::nullopt;
  }
  MorrisDesign design;
  design.trajectories = points.size() / block;
  design.moves.resize(parameters);
  for (std::size_t first = 0; first < points.size(); first += block) {
    for (std::size_t point = first + 1; point < first + block; ++point) {
      const auto moved = moved_parameter(points[point - 1], points[point]);
      if (!moved || design.moves[*moved].size() != first / block) return std::nullopt;
      design.moves[*moved].push_back(
          {point - 1, point, points[point][*moved] > points[point - 1][*moved]});
    }
  }
  return design;
}

std::vector<MorrisIndex> morris_indices(const MorrisDesign& design,
                                        std::span<const double> outcomes,
                                        const SamplesOf& samples_of) {
  std::vector<MorrisIndex> indices;
  for (const std::vector<MorrisMove>& moves : design.moves) {
    const Blocks blocks(moves.size(), 3, most_blocks, [&](std::size_t t, std::span<double> row) {
      const MorrisMove& move = moves[t];
      const double change = outcomes[move.to] - outcomes[move.from];
      row[0] = move.upward ? change : -change;
      row[1] = std::abs(change);
      row[2] = change * change;
    });
    const std::vector<double> means = blocks.means();
    const auto count = static_cast<double>(moves.size());
    const double variance = (means[2] - means[0] * means[0]) * count / (count - 1);
    MorrisIndex& index = indices.emplace_back();
    index.mean = means[0];
    index.strength = means[1];
    index.spread = std::sqrt(std::max(variance, 0.0));
    index.interval =
        bca_interval([&](std::span<const double> weights) { return blocks.means(weights)[1]; },
                     samples_of(blocks.count()));
  }
  return indices;
}

}  // namespace rapport
