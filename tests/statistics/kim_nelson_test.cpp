// Selection of the best: right as often as it is stated, and cheaper with shared luck.
#include "statistics/kim_nelson.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/statistics/luck.hpp"

using namespace rapport;

namespace {

constexpr std::size_t most = 1'000;

struct Luck {
  explicit Luck(std::uint32_t replicate) : draws(20'000, replicate) {}
  double normal() { return test::normal_deviate(draws, next++, 0); }

  Draws draws;
  std::uint32_t next = 0;
};

/// Campaigns with these means, deviation 1, of which a share of the variance is common luck.
std::vector<std::vector<double>> normal_values(const std::vector<double>& means, double common,
                                               Luck& luck) {
  std::vector<std::vector<double>> values(means.size());
  for (std::size_t replicate = 0; replicate < most; ++replicate) {
    const double shared = std::sqrt(common) * luck.normal();
    for (std::size_t k = 0; k < means.size(); ++k) {
      values[k].push_back(means[k] + shared + std::sqrt(1 - common) * luck.normal());
    }
  }
  return values;
}

std::size_t replicates_used(const Selection& selection) {
  std::size_t used = 0;
  for (const auto& dropped : selection.dropped_after) used = std::max(used, dropped.value_or(0));
  return used;
}

}  // namespace

TEST_CASE(
    "The best of five is chosen at least as often as stated when it leads by the difference") {
  Luck luck(1);
  const SelectionRule rule{.indifference = 0.5, .probability = 0.9, .first = 10, .batch = 5};
  int right = 0;
  constexpr int rounds = 300;
  for (int round = 0; round < rounds; ++round) {
    // The least favourable case: all the others are just as far behind.
    const Selection found = select_best(normal_values({0, 0, 0.5, 0, 0}, 0.3, luck), most, rule);
    REQUIRE(found.best);
    right += *found.best == 2;
  }
  // 0.9 less three standard errors of 300 rounds is 0.848.
  CHECK(right > 0.848 * rounds);
}

TEST_CASE("Common luck saves most of the replicates") {
  Luck luck(2);
  const SelectionRule rule{.indifference = 0.25, .probability = 0.95, .first = 10, .batch = 1};
  std::size_t alone = 0, together = 0;
  for (int round = 0; round < 40; ++round) {
    alone += replicates_used(select_best(normal_values({0, 0.25, 0}, 0, luck), most, rule));
    together += replicates_used(select_best(normal_values({0, 0.25, 0}, 0.9, luck), most, rule));
  }
  CHECK(together * 4 < alone);
}

TEST_CASE("Far inferior campaigns are dropped at the first look, close ones later") {
  Luck luck(3);
  const SelectionRule rule{.indifference = 0.2, .probability = 0.95, .first = 20, .batch = 20};
  const Selection found = select_best(normal_values({10, 9.8, 0}, 0, luck), most, rule);
  REQUIRE(found.best);
  CHECK(*found.best == 0);
  CHECK(found.dropped_after[2] == 20u);
  CHECK(found.dropped_after[1].value() > 20);
}

TEST_CASE("Campaigns that never differ end at the first look, with one of them") {
  const std::vector<std::vector<double>> same(3, std::vector<double>(50, 1.5));
  const Selection found = select_best(same, 50, {.indifference = 0.1, .first = 10, .batch = 10});
  CHECK(found.best == 0u);
  CHECK(found.dropped_after[1] == 10u);
  CHECK(found.dropped_after[2] == 10u);
}

TEST_CASE("While several may be the best nothing is chosen") {
  Luck luck(4);
  const Selection found = select_best(normal_values({0, 0}, 0, luck), 40,
                                      {.indifference = 0.01, .first = 20, .batch = 20});
  CHECK_FALSE(found.best);
  CHECK_FALSE(found.dropped_after[0]);
}

TEST_CASE("The last look is after all replicates, also where they fill no batch") {
  // Equal in 40 replicates, far apart in the ten behind them.
  std::vector<double> a(50, 0.0), b(50, 0.0);
  for (std::size_t k = 0; k < 50; ++k) a[k] = k % 2 == 0 ? -1 : 1;
  for (std::size_t k = 40; k < 50; ++k) a[k] += 100;
  const SelectionRule rule{.indifference = 0.01, .first = 20, .batch = 20};
  CHECK_FALSE(select_best(std::vector{a, b}, 40, rule).best);
  const Selection found = select_best(std::vector{a, b}, 50, rule);
  CHECK(found.best == 0u);
  CHECK(found.dropped_after[1] == 50u);
}

TEST_CASE("The first look with two campaigns is at the width that the procedure states") {
  // Ten differences with mean 1 and variance S: width = delta / 2r (h2 S / delta2 - r), where
  // h2 = 2 eta (n0 - 1) and eta = ((2 alpha)^(-2 / (n0 - 1)) - 1) / 2.
  std::vector<double> a(10), b(10, 0.0);
  for (std::size_t k = 0; k < 10; ++k) a[k] = k % 2 == 0 ? 1 - 1.5 : 1 + 1.5;
  const double variance = 10 * 1.5 * 1.5 / 9;
  const double eta = 0.5 * (std::pow(0.1, -2.0 / 9) - 1);
  const double delta = 0.4;
  const double width = delta / 20 * (2 * eta * 9 * variance / (delta * delta) - 10);
  REQUIRE(width > 1);
  const SelectionRule rule{.indifference = delta, .probability = 0.95, .first = 10, .batch = 10};
  CHECK_FALSE(select_best(std::vector{a, b}, 10, rule).best);
  for (double& value : a) value += width - 1 + 1e-9;
  CHECK(select_best(std::vector{a, b}, 10, rule).best == 0u);
}

TEST_CASE("Failed runs never leave nobody: replicates count that all campaigns left have") {
  const double nan = std::nan("");
  // Pair by pair each would be far behind another one: a behind b, b behind c, c behind a.
  const std::vector<std::vector<double>> circle = {
      {0, 0, 5, 5, nan, nan, 1, 1}, {5, 5, nan, nan, 0, 0, 1, 1}, {nan, nan, 0, 0, 5, 5, 1, 1}};
  const SelectionRule rule{.indifference = 10, .probability = 0.9, .first = 8, .batch = 8};
  CHECK(select_best(circle, 8, rule).best == 0u);  // of two complete replicates, which are equal
}
