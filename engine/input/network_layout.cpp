#include "input/network_layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "core/random.hpp"
#include "input/network_igraph.hpp"

namespace rapport {
namespace {

/// Force-directed steps. From a start where communities lie apart these are enough; igraph's
/// default of 500 from a random start takes ten times as long for the same picture.
constexpr igraph_integer_t steps = 60;

/// Pull of a tie between two communities, where one inside pulls 1: equal pulls would draw all
/// communities into one cloud.
constexpr double pull_between = 0.1;

class Positions {
 public:
  Positions(std::size_t people, const IgraphSession& session) {
    session.check(igraph_matrix_init(&matrix_, static_cast<igraph_integer_t>(people), 2),
                  "cannot lay out the network");
  }
  ~Positions() { igraph_matrix_destroy(&matrix_); }
  Positions(const Positions&) = delete;
  Positions& operator=(const Positions&) = delete;
  igraph_matrix_t* get() { return &matrix_; }
  double& at(std::size_t person, int axis) {
    return MATRIX(matrix_, static_cast<igraph_integer_t>(person), axis);
  }

 private:
  igraph_matrix_t matrix_{};
};

/// Communities on a sunflower (golden angle), so that neither few nor many of them crowd; their
/// people at random around the middle.
void place_by_community(const NetworkSample& sample, const Draws& draws, Positions& positions) {
  std::vector<std::uint32_t> shown(sample.community);
  std::sort(shown.begin(), shown.end());
  shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
  const double golden_angle = std::numbers::pi * (3 - std::sqrt(5.0));
  const double width = std::sqrt(static_cast<double>(sample.person.size()));
  const double spread = width / std::sqrt(static_cast<double>(shown.size()));
  for (std::size_t i = 0; i < sample.person.size(); ++i) {
    const auto rank = static_cast<double>(
        std::lower_bound(shown.begin(), shown.end(), sample.community[i]) - shown.begin());
    const double radius = width * std::sqrt((rank + 0.5) / static_cast<double>(shown.size()));
    const DrawBlock words = draws.block(sample.person[i], 2, 0, Purpose::network_sample);
    positions.at(i, 0) = radius * std::cos(golden_angle * rank) +
                         spread * (static_cast<double>(unit_interval(words[0])) - 0.5);
    positions.at(i, 1) = radius * std::sin(golden_angle * rank) +
                         spread * (static_cast<double>(unit_interval(words[1])) - 0.5);
  }
}

/// Moves people along the forces of their ties (Fruchterman and Reingold).
void move_by_ties(const NetworkSample& sample, const IgraphSession& session, Positions& positions) {
  igraph_vector_int_t ends;
  session.check(
      igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * sample.tie_from.size())),
      "cannot lay out the network");
  for (std::size_t i = 0; i < sample.tie_from.size(); ++i) {
    VECTOR(ends)[2 * i] = sample.tie_from[i];
    VECTOR(ends)[2 * i + 1] = sample.tie_to[i];
  }
  igraph_t graph;
  const igraph_error_t made = igraph_create(
      &graph, &ends, static_cast<igraph_integer_t>(sample.person.size()), IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy(&ends);
  session.check(made, "cannot lay out the network");
  const IgraphOwner owner(graph);
  igraph_vector_t pull;
  session.check(igraph_vector_init(&pull, static_cast<igraph_integer_t>(sample.tie_from.size())),
                "cannot lay out the network");
  for (std::size_t i = 0; i < sample.tie_from.size(); ++i) {
    const bool inside = sample.community[sample.tie_from[i]] == sample.community[sample.tie_to[i]];
    VECTOR(pull)[i] = inside ? 1 : pull_between;
  }
  const double temperature = std::sqrt(static_cast<double>(sample.person.size())) / 10;
  const igraph_error_t moved = igraph_layout_fruchterman_reingold(
      &graph, positions.get(), true, steps, temperature, IGRAPH_LAYOUT_GRID, &pull, nullptr,
      nullptr, nullptr, nullptr);
  igraph_vector_destroy(&pull);
  session.check(moved, "cannot lay out the network");
}

/// Scales the drawing into the unit square and centres it there.
void fit_into_square(NetworkSample& sample, Positions& positions) {
  const std::size_t people = sample.person.size();
  double low[2];
  double high[2];
  for (const int axis : {0, 1}) {
    low[axis] = high[axis] = positions.at(0, axis);
    for (std::size_t i = 1; i < people; ++i) {
      low[axis] = std::min(low[axis], positions.at(i, axis));
      high[axis] = std::max(high[axis], positions.at(i, axis));
    }
  }
  const double size = std::max({high[0] - low[0], high[1] - low[1], 1e-9});
  const auto fitted = [&](std::size_t person, int axis) {
    const double middle = (low[axis] + high[axis]) / 2;
    const double value = 0.5 + (positions.at(person, axis) - middle) / size;
    return static_cast<float>(std::clamp(value, 0.0, 1.0));
  };
  for (std::size_t i = 0; i < people; ++i) {
    sample.x.push_back(fitted(i, 0));
    sample.y.push_back(fitted(i, 1));
  }
}

}  // namespace

void lay_out(NetworkSample& sample, std::uint64_t seed) {
  sample.x.clear();
  sample.y.clear();
  if (sample.person.empty()) return;
  const Draws draws(seed, 0);
  const IgraphSession session(seed);
  Positions positions(sample.person.size(), session);
  place_by_community(sample, draws, positions);
  move_by_ties(sample, session, positions);
  fit_into_square(sample, positions);
}

}  // namespace rapport
