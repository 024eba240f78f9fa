#include "analysis/findings/attribution_rules.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>
#include <set>
#include <vector>

using namespace rapport;

namespace {

using Path = std::vector<std::uint8_t>;
constexpr std::size_t channels = 4;

std::vector<double> credit(AttributionRule rule, const std::vector<Path>& paths) {
  std::vector<double> sum(channels, 0.0);
  for (const Path& path : paths) credit_purchase(rule, path, sum);
  return sum;
}

// v(S): purchases by people all of whose channels lie in the coalition. Without any message nobody
// is credited.
double worth(const std::set<std::uint8_t>& coalition, const std::vector<Path>& paths) {
  return static_cast<double>(std::count_if(paths.begin(), paths.end(), [&](const Path& path) {
    return !path.empty() && std::all_of(path.begin(), path.end(), [&](std::uint8_t channel) {
      return coalition.contains(channel);
    });
  }));
}

// Shapley's definition: a channel's mean marginal worth over all orders in which they may join.
std::vector<double> by_all_orders(const std::vector<Path>& paths) {
  std::vector<double> sum(channels, 0.0);
  Path order(channels);
  std::iota(order.begin(), order.end(), std::uint8_t{0});
  double orders = 0;
  do {
    std::set<std::uint8_t> joined;
    double before = 0;
    for (const std::uint8_t channel : order) {
      joined.insert(channel);
      const double after = worth(joined, paths);
      sum[channel] += after - before;
      before = after;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& value : sum) value /= orders;
  return sum;
}

std::vector<Path> random_paths(std::uint32_t seed) {
  std::mt19937 luck(seed);
  std::vector<Path> paths(12);
  for (Path& path : paths) {
    path.resize(luck() % 6);
    for (std::uint8_t& channel : path) channel = static_cast<std::uint8_t>(luck() % channels);
  }
  return paths;
}

}  // namespace

TEST_CASE("The Shapley rule is Shapley's mean over all orders of joining") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const auto paths = random_paths(seed);
    const auto quick = credit(AttributionRule::shapley, paths), slow = by_all_orders(paths);
    for (std::size_t channel = 0; channel < channels; ++channel) {
      CHECK(quick[channel] == Approx(slow[channel]).margin(1e-12));
    }
  }
}

TEST_CASE("Each rule on a path that can be done in the head") {
  const std::vector<Path> path = {{2, 0, 0, 1}};
  CHECK(credit(AttributionRule::first_touch, path) == std::vector<double>{0, 0, 1, 0});
  CHECK(credit(AttributionRule::last_touch, path) == std::vector<double>{0, 1, 0, 0});
  CHECK(credit(AttributionRule::linear, path) == std::vector<double>{0.5, 0.25, 0.25, 0});
  const auto shapley = credit(AttributionRule::shapley, path);
  for (const std::size_t channel : {0, 1, 2}) CHECK(shapley[channel] == Approx(1.0 / 3));
  CHECK(shapley[3] == 0);
}

TEST_CASE("Every rule hands out each purchase once, and none for who has read nothing") {
  for (const AttributionRule rule : attribution_rules) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
      const auto paths = random_paths(seed);
      const auto reached =
          std::count_if(paths.begin(), paths.end(), [](const Path& path) { return !path.empty(); });
      const auto handed = credit(rule, paths);
      CHECK(std::accumulate(handed.begin(), handed.end(), 0.0) ==
            Approx(static_cast<double>(reached)));
      for (const double value : handed) CHECK(value >= 0);
    }
  }
}
