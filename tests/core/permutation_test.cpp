#include "core/permutation.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <vector>

using namespace rapport;

namespace {

std::vector<std::uint32_t> whole_order(const Permutation& order, std::uint32_t things) {
  std::vector<std::uint32_t> all(things);
  for (std::uint32_t k = 0; k < things; ++k) all[k] = order[k];
  return all;
}

bool each_once(const std::vector<std::uint32_t>& things) {
  std::vector<bool> seen(things.size(), false);
  for (const std::uint32_t thing : things) {
    if (thing >= things.size() || seen[thing]) return false;
    seen[thing] = true;
  }
  return true;
}

// Counts of each cell against equal shares, as a probability of so large a deviation by chance.
double p_of_equal_shares(const std::vector<std::uint32_t>& counts) {
  double total = 0;
  for (const std::uint32_t count : counts) total += count;
  const double expected = total / static_cast<double>(counts.size());
  double statistic = 0;
  for (const std::uint32_t count : counts) {
    statistic += (count - expected) * (count - expected) / expected;
  }
  const boost::math::chi_squared law(static_cast<double>(counts.size() - 1));
  return boost::math::cdf(boost::math::complement(law, statistic));
}

}  // namespace

TEST_CASE("A random order names everything exactly once") {
  std::vector<std::uint32_t> sizes{1000, 1023, 1024,   1025,   4095,
                                   4097, 9999, 20'000, 65'537, 300'007};
  for (std::uint32_t n = 1; n <= 130; ++n) sizes.push_back(n);
  for (const std::uint32_t n : sizes) {
    for (const Day day : {0, 1, 179}) {
      INFO(n << " things on day " << day);
      CHECK(each_once(whole_order(Permutation(Draws(42, 1), n, day, Purpose::target), n)));
    }
  }
}

TEST_CASE("A piece of an order is the same as its positions one by one, wherever it begins") {
  for (const std::uint32_t n : {1u, 2u, 3u, 5u, 777u, 1024u, 5000u, 99'991u}) {
    const Permutation order(Draws(7, 0), n, 3, Purpose::target);
    const auto one_by_one = whole_order(order, n);
    std::vector<std::uint32_t> all(n);
    order.fill(0, all);
    INFO(n << " things");
    CHECK(all == one_by_one);
    const std::uint32_t first = n / 3;
    std::vector<std::uint32_t> part(std::min(n - first, 300u));
    order.fill(first, part);
    CHECK(std::equal(part.begin(), part.end(), one_by_one.begin() + first));
  }
}

TEST_CASE("Very large orders stay inside and do not repeat themselves") {
  constexpr std::uint32_t n = 100'000'007;
  const Permutation order(Draws(42, 0), n, 0, Purpose::target);
  std::vector<std::uint32_t> part(100'000);
  order.fill(n - 100'000, part);
  CHECK(std::set<std::uint32_t>(part.begin(), part.end()).size() == part.size());
  CHECK(*std::max_element(part.begin(), part.end()) < n);
}

TEST_CASE("Another day, replicate or seed gives another order; the same ones the same order") {
  constexpr std::uint32_t n = 1000;
  const auto order = [](const Draws& draws, Day day) {
    return whole_order(Permutation(draws, n, day, Purpose::target), n);
  };
  CHECK(order(Draws(42, 0), 5) == order(Draws(42, 0), 5));
  CHECK(order(Draws(42, 0), 5) != order(Draws(42, 0), 6));
  CHECK(order(Draws(42, 0), 5) != order(Draws(42, 1), 5));
  CHECK(order(Draws(42, 0), 5) != order(Draws(43, 0), 5));
}

TEST_CASE("All orders of three and of four things are equally likely") {
  for (const std::uint32_t n : {3u, 4u}) {
    const std::uint32_t orders = n == 3 ? 6 : 24;
    std::map<std::vector<std::uint32_t>, std::uint32_t> seen;
    for (Day day = 0; day < 24'000; ++day) {
      ++seen[whole_order(Permutation(Draws(42, 0), n, day, Purpose::target), n)];
    }
    REQUIRE(seen.size() == orders);
    std::vector<std::uint32_t> counts;
    for (const auto& [order, count] : seen) counts.push_back(count);
    INFO(n << " things");
    CHECK(p_of_equal_shares(counts) > 1e-3);
  }
}

TEST_CASE("Everybody is equally likely to be addressed among the first") {
  // 200 of n on each day: whom a blast of one hour reaches. Sampling without repetition within a
  // day makes the statistic smaller than chi-square, never larger.
  for (const std::uint32_t n : {1000u, 5000u, 20'000u}) {
    std::vector<std::uint32_t> counts(n, 0);
    for (Day day = 0; day < 2000; ++day) {
      const Permutation order(Draws(42, 0), n, day, Purpose::target);
      std::vector<std::uint32_t> first(200);
      order.fill(0, first);
      for (const std::uint32_t person : first) ++counts[person];
    }
    INFO(n << " people");
    CHECK(p_of_equal_shares(counts) > 1e-3);
  }
}

TEST_CASE("Neighbours in number are no neighbours in the order") {
  // Distance round the circle between the things at positions k and k + 1, in sixteen classes.
  constexpr std::uint32_t n = 20'000;
  std::vector<std::uint32_t> counts(16, 0);
  for (Day day = 0; day < 50; ++day) {
    const auto order = whole_order(Permutation(Draws(42, 0), n, day, Purpose::target), n);
    for (std::uint32_t k = 0; k + 1 < n; ++k) {
      const std::uint32_t apart = (order[k + 1] + n - order[k]) % n;
      ++counts[std::uint64_t{apart} * 16 / n];
    }
  }
  CHECK(p_of_equal_shares(counts) > 1e-3);
}
