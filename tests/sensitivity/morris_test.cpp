#include "analysis/sensitivity/morris.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace rapport;

namespace {

SamplesOf samples() {
  return
      [kept = std::map<std::size_t, Resamples>()](std::size_t items) mutable -> const Resamples& {
        return kept.try_emplace(items, items, 1'000, Draws(3, 0)).first->second;
      };
}

/// Trajectories on the corners 0 and 2/3 or 1/3 and 1, moving up and down in turn.
DesignPoints trajectories(std::uint32_t count) {
  DesignPoints points;
  for (std::uint32_t t = 0; t < count; ++t) {
    std::vector<double> at = {t % 2 == 0 ? 0.0 : 1.0, (t / 2) % 2 == 0 ? 1.0 / 3 : 2.0 / 3,
                              (t / 4) % 2 == 0 ? 0.0 : 1.0};
    points.push_back(at);
    for (std::size_t step = 0; step < 3; ++step) {
      double& moved = at[(step + t) % 3];
      moved += moved < 0.5 ? 2.0 / 3 : -2.0 / 3;
      points.push_back(at);
    }
  }
  return points;
}

}  // namespace

TEST_CASE("In a sum every move of a parameter does the same") {
  const DesignPoints points = trajectories(16);
  const auto design = morris_design_of(points);
  REQUIRE(design);
  CHECK(design->trajectories == 16);
  std::vector<double> outcomes;
  for (const auto& at : points) outcomes.push_back(3 * at[0] - 6 * at[1]);
  const auto indices = morris_indices(*design, outcomes, samples());
  CHECK(indices[0].mean == Approx(2));
  CHECK(indices[0].strength == Approx(2));
  CHECK(indices[0].spread == Approx(0).margin(1e-7));
  CHECK(indices[1].mean == Approx(-4));
  CHECK(indices[1].strength == Approx(4));
  CHECK(indices[2].strength == Approx(0).margin(1e-12));
}

TEST_CASE("A parameter whose effect depends on another one has a spread") {
  const DesignPoints points = trajectories(32);
  const auto design = morris_design_of(points);
  REQUIRE(design);
  std::vector<double> outcomes;
  for (const auto& at : points) outcomes.push_back((at[0] - 0.5) * (at[2] - 0.5));
  const auto indices = morris_indices(*design, outcomes, samples());
  CHECK(indices[0].spread > 0.1);
  CHECK(indices[0].strength > 0.1);
  REQUIRE(indices[0].interval);
  CHECK(indices[0].interval->contains(indices[0].strength));
  CHECK(indices[1].strength == Approx(0).margin(1e-12));
}

TEST_CASE("Grids, single lines and points that move twice are no trajectories") {
  CHECK_FALSE(morris_design_of({{1, 1}, {1, 2}, {2, 1}, {2, 2}, {3, 1}, {3, 2}}));
  CHECK_FALSE(morris_design_of({{1}, {2}, {3}, {4}}));
  CHECK_FALSE(morris_design_of({{0, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}}));
  CHECK_FALSE(morris_design_of({}));
}
