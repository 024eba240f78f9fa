// Indices against closed forms: the function of Ishigami & Homma 1990, and sums.
#include "analysis/sensitivity/sobol.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <numbers>

using namespace rapport;

namespace {

/// Draws that no two coordinates share.
double uniform(std::uint32_t point, std::uint32_t axis) {
  const float drawn = Draws(11, axis).uniform(PersonId{point}, 0, 0, Purpose::critical_value);
  return static_cast<double>(drawn);
}

DesignPoints saltelli(std::size_t parameters, std::uint32_t blocks) {
  DesignPoints points;
  for (std::uint32_t n = 0; n < blocks; ++n) {
    std::vector<double> a, b;
    for (std::uint32_t k = 0; k < parameters; ++k) {
      a.push_back(uniform(n, k));
      b.push_back(uniform(n, 100 + k));
    }
    points.push_back(a);
    for (std::size_t k = 0; k < parameters; ++k) {
      points.push_back(a);
      points.back()[k] = b[k];
    }
    points.push_back(b);
  }
  return points;
}

SamplesOf samples() {
  return
      [kept = std::map<std::size_t, Resamples>()](std::size_t items) mutable -> const Resamples& {
        return kept.try_emplace(items, items, 1'000, Draws(3, 0)).first->second;
      };
}

double ishigami(const std::vector<double>& at) {
  std::vector<double> x;
  for (const double u : at) x.push_back(std::numbers::pi * (2 * u - 1));
  return std::sin(x[0]) + 7 * std::pow(std::sin(x[1]), 2) +
         0.1 * std::pow(x[2], 4) * std::sin(x[0]);
}

template <class Function>
std::vector<double> outcomes(const DesignPoints& points, Function function) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(function(point));
  return values;
}

}  // namespace

TEST_CASE("The indices of Ishigami's function are those of its closed form") {
  const DesignPoints points = saltelli(3, 30'000);
  REQUIRE(saltelli_blocks(points) == 30'000u);
  const auto indices = sobol_indices(3, outcomes(points, ishigami), samples());
  const std::vector<double> first = {0.3139, 0.4424, 0}, total = {0.5576, 0.4424, 0.2437};
  for (std::size_t k = 0; k < 3; ++k) {
    INFO("parameter " << k);
    CHECK(indices[k].first == Approx(first[k]).margin(0.02));
    CHECK(indices[k].total == Approx(total[k]).margin(0.02));
    REQUIRE(indices[k].first_interval);
    REQUIRE(indices[k].total_interval);
    CHECK(indices[k].first_interval->contains(indices[k].first));
    CHECK(indices[k].first_interval->half_width() < 0.03);
    CHECK(indices[k].total_interval->half_width() < 0.03);
  }
}

TEST_CASE("Intervals hold the closed form about as often as they say") {
  const std::vector<double> first = {0.3139, 0.4424, 0};
  int held = 0, counted = 0;
  const DesignPoints points = saltelli(3, 40'000);
  const auto all = outcomes(points, ishigami);
  for (std::size_t part = 0; part < 40; ++part) {
    const auto indices = sobol_indices(3, std::span(all).subspan(part * 5'000, 5'000), samples());
    for (std::size_t k = 0; k < 3; ++k) {
      ++counted;
      held += indices[k].first_interval->contains(first[k]) ? 1 : 0;
    }
  }
  CHECK(counted == 120);
  CHECK(held >= 105);  // 114 are expected
}

TEST_CASE("In a sum every parameter explains its own variance and no more") {
  const DesignPoints points = saltelli(2, 4'000);
  const auto indices = sobol_indices(
      2, outcomes(points, [](const auto& at) { return 1e6 + 2 * at[0] + at[1]; }), samples());
  CHECK(indices[0].first == Approx(0.8).margin(0.03));
  CHECK(indices[0].total == Approx(0.8).margin(0.03));
  CHECK(indices[1].total == Approx(0.2).margin(0.03));
}

TEST_CASE("Without variance no parameter explains any") {
  const DesignPoints points = saltelli(2, 10);
  const auto indices =
      sobol_indices(2, outcomes(points, [](const auto&) { return 3.0; }), samples());
  CHECK(indices[0].first == 0);
  CHECK(indices[1].total == 0);
  CHECK_FALSE(indices[0].first_interval);
}

TEST_CASE("A grid is no design of Saltelli, nor is one with a wrong value") {
  CHECK_FALSE(saltelli_blocks({{1, 1}, {1, 2}, {2, 1}, {2, 2}}));
  DesignPoints points = saltelli(2, 5);
  points[6][1] += 0.5;
  CHECK_FALSE(saltelli_blocks(points));
  CHECK_FALSE(saltelli_blocks({}));
}
