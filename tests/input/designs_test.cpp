// Sampled designs: what each method promises of its points.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "input/unit_design.hpp"
#include "parameters/sweep_range.hpp"

using namespace rapport;

namespace {

/// How many points lie in each of `strata` equal parts of an axis.
std::vector<int> counts(const std::vector<double>& axis, std::size_t strata) {
  std::vector<int> count(strata, 0);
  for (const double share : axis) {
    REQUIRE(share > 0);
    REQUIRE(share < 1);
    ++count[static_cast<std::size_t>(share * static_cast<double>(strata))];
  }
  return count;
}

std::vector<double> point(const UnitDesign& design, std::size_t k) {
  std::vector<double> values;
  for (const auto& axis : design) values.push_back(axis[k]);
  return values;
}

}  // namespace

TEST_CASE("A Latin hypercube has one point in each stratum of every axis, axes in another order") {
  const UnitDesign design = latin_hypercube_design({.axes = 3, .size = 50, .seed = 7});
  REQUIRE(design.size() == 3);
  for (const auto& axis : design) CHECK(counts(axis, 50) == std::vector<int>(50, 1));
  CHECK(design[0] != design[1]);
  CHECK(design != latin_hypercube_design({.axes = 3, .size = 50, .seed = 8}));
  CHECK(design == latin_hypercube_design({.axes = 3, .size = 50, .seed = 7}));
}

TEST_CASE("A scrambled Sobol design of 2^m points has one in each of 2^m parts of every axis") {
  const UnitDesign design = sobol_design({.axes = 20, .size = 256, .seed = 1});
  for (const auto& axis : design) CHECK(counts(axis, 256) == std::vector<int>(256, 1));
}

TEST_CASE("The first two axes of a Sobol design fill every box of a grid equally") {
  const UnitDesign design = sobol_design({.axes = 2, .size = 256, .seed = 5});
  for (const std::size_t columns : {2u, 4u, 16u, 64u}) {
    const std::size_t rows = 256 / columns;
    std::vector<int> boxes(256, 0);
    for (std::size_t k = 0; k < 256; ++k) {
      const auto x = static_cast<std::size_t>(design[0][k] * static_cast<double>(columns));
      const auto y = static_cast<std::size_t>(design[1][k] * static_cast<double>(rows));
      ++boxes[x * rows + y];
    }
    CHECK(boxes == std::vector<int>(256, 1));
  }
}

TEST_CASE(
    "Scrambling moves the points of a Sobol design with the seed, and a longer one begins "
    "like a shorter one") {
  const UnitDesign shorter = sobol_design({.axes = 4, .size = 16, .seed = 1});
  const UnitDesign longer = sobol_design({.axes = 4, .size = 64, .seed = 1});
  for (std::size_t axis = 0; axis < 4; ++axis) {
    CHECK(std::equal(shorter[axis].begin(), shorter[axis].end(), longer[axis].begin()));
  }
  CHECK(shorter != sobol_design({.axes = 4, .size = 16, .seed = 2}));
}

TEST_CASE(
    "A scrambled Sobol design finds the mean of a smooth function far better than luck does") {
  // The mean of x^2 y is 1/6; 4,096 independent points err by about 0.004.
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const UnitDesign design = sobol_design({.axes = 2, .size = 4096, .seed = seed});
    double sum = 0;
    for (std::size_t k = 0; k < 4096; ++k) sum += design[0][k] * design[0][k] * design[1][k];
    CHECK(std::fabs(sum / 4096 - 1.0 / 6) < 1e-5);
  }
}

TEST_CASE("Every Morris trajectory moves each axis once, by half the levels, on the grid") {
  const std::uint32_t levels = GENERATE(2u, 4u, 8u);
  const UnitDesign design = morris_design({.axes = 5, .size = 30, .levels = levels, .seed = 3});
  REQUIRE(design[0].size() == 30 * 6);
  std::set<double> taken;
  std::set<std::size_t> first_to_move;
  for (std::size_t trajectory = 0; trajectory < 30; ++trajectory) {
    std::set<std::size_t> moved;
    for (std::size_t step = 0; step < 6; ++step) {
      const auto here = point(design, 6 * trajectory + step);
      taken.insert(here.begin(), here.end());
      if (step == 0) continue;
      const auto before = point(design, 6 * trajectory + step - 1);
      for (std::size_t axis = 0; axis < 5; ++axis) {
        if (here[axis] == before[axis]) continue;
        moved.insert(axis);
        if (step == 1) first_to_move.insert(axis);
        CHECK(std::fabs(here[axis] - before[axis]) ==
              Approx(levels / (2.0 * (levels - 1))).margin(1e-12));
      }
      CHECK(moved.size() == step);
    }
  }
  CHECK(taken.size() == levels);
  CHECK(*taken.begin() == 0);
  CHECK(*taken.rbegin() == 1);
  CHECK(first_to_move.size() == 5);
}

TEST_CASE("A Saltelli design goes from A to B, one axis at a time from the other half") {
  const UnitDesign design = saltelli_design({.axes = 3, .size = 64, .seed = 9});
  REQUIRE(design[0].size() == 64 * 5);
  for (std::size_t base = 0; base < 64; ++base) {
    const auto a = point(design, 5 * base), b = point(design, 5 * base + 4);
    for (std::size_t moved = 0; moved < 3; ++moved) {
      auto expected = a;
      expected[moved] = b[moved];
      CHECK(point(design, 5 * base + 1 + moved) == expected);
      CHECK(a[moved] != b[moved]);
    }
  }
}

TEST_CASE("A range gives its ends at shares 0 and 1 and what lies between by its scale") {
  const SweepRange linear{2, 10};
  CHECK(value_in(linear, 0) == 2);
  CHECK(value_in(linear, 0.25) == 4);
  CHECK(value_in(linear, 1) == 10);
  const SweepRange log{0.001, 1000, SweepScale::log};
  CHECK(value_in(log, 0) == 0.001);
  CHECK(value_in(log, 0.5) == Approx(1).epsilon(1e-14));
  CHECK(value_in(log, 2.0 / 3) == Approx(10).epsilon(1e-13));
  CHECK(value_in(log, 1) == 1000);
}

TEST_CASE("Every whole number of a range has the same part of the shares, both ends too") {
  const SweepRange range{3, 6, SweepScale::linear, true};
  std::vector<int> count(4, 0);
  for (int k = 0; k < 1000; ++k)
    ++count[static_cast<std::size_t>(value_in(range, (k + 0.5) / 1000)) - 3];
  CHECK(count == std::vector<int>(4, 250));
  CHECK(value_in(range, 0) == 3);
  CHECK(value_in(range, 1) == 6);
}

TEST_CASE("Of whole numbers every Morris step leads to another one, on each scale and any grid") {
  const std::uint32_t levels = GENERATE(2u, 4u, 6u, 100u);
  const SweepScale scale = GENERATE(SweepScale::linear, SweepScale::log);
  for (double low = 1; low < 4; ++low) {
    for (double high = low + 1; high < 12; ++high) {
      const SweepRange range{low, high, scale, true};
      const auto at = [&](std::uint32_t level) {
        return node_in(range, static_cast<double>(level) / (levels - 1));
      };
      CHECK(at(0) == low);
      CHECK(at(levels - 1) == high);
      for (std::uint32_t level = 0; level < levels / 2; ++level) {
        CHECK(at(level) < at(level + levels / 2));
      }
    }
  }
}

TEST_CASE("With four levels all Morris steps between whole numbers are equally long") {
  for (double high = 1; high < 30; ++high) {
    const SweepRange range{0, high, SweepScale::linear, true};
    CHECK(node_in(range, 2.0 / 3) - node_in(range, 0) == high - node_in(range, 1.0 / 3));
  }
}
