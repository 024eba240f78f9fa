#include "analysis/sensitivity/break_even.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

using namespace rapport;

namespace {

SamplesOf samples() {
  return
      [kept = std::map<std::size_t, Resamples>()](std::size_t items) mutable -> const Resamples& {
        return kept.try_emplace(items, items, 1'000, Draws(3, 0)).first->second;
      };
}

double luck(std::uint32_t replicate) {
  const float drawn = Draws(5, replicate).uniform(PersonId{0}, 0, 0, Purpose::critical_value);
  return 2 * static_cast<double>(drawn) - 1;
}

/// Differences of `replicates` runs that grow with the value and are zero at `tie` in the mean.
std::vector<std::vector<double>> growing(const std::vector<double>& values, double tie,
                                         std::uint32_t replicates) {
  std::vector<std::vector<double>> rows;
  for (const double value : values) {
    auto& row = rows.emplace_back();
    for (std::uint32_t r = 0; r < replicates; ++r) row.push_back(value - tie + luck(r));
  }
  return rows;
}

}  // namespace

TEST_CASE("Campaigns tie between the values on whose sides they differ") {
  const std::vector<double> values = {1, 2, 4};
  const auto borders = break_evens(values, {{-2}, {-1}, {3}}, samples());
  REQUIRE(borders.size() == 1);
  CHECK(borders[0].at == Approx(2.5));
  CHECK_FALSE(borders[0].band);  // one replicate knows no luck
}

TEST_CASE("A tie at a value that was swept is found once") {
  const std::vector<double> values = {1, 2, 3};
  const auto borders = break_evens(values, {{-1}, {0}, {1}}, samples());
  REQUIRE(borders.size() == 1);
  CHECK(borders[0].at == Approx(2));
}

TEST_CASE("Every turn is found, and no turn where the sign stays") {
  const std::vector<double> values = {1, 2, 3, 4};
  CHECK(break_evens(values, {{1}, {-1}, {1}, {-1}}, samples()).size() == 3);
  CHECK(break_evens(values, {{1}, {2}, {0}, {1}}, samples()).empty());
}

TEST_CASE("The band holds the planted tie about as often as it says") {
  const std::vector<double> values = {0, 2, 4, 6};
  const auto rows = growing(values, 3.2, 4'000);
  int held = 0;
  for (std::size_t part = 0; part < 100; ++part) {
    std::vector<std::vector<double>> some;
    for (const auto& row : rows) {
      const auto first = row.begin() + static_cast<std::ptrdiff_t>(40 * part);
      some.emplace_back(first, first + 40);
    }
    const auto borders = break_evens(values, some, samples());
    REQUIRE(borders.size() == 1);
    REQUIRE(borders[0].band);
    held += borders[0].band->contains(3.2) ? 1 : 0;
  }
  CHECK(held >= 87);  // 95 are expected
  CHECK(held <= 100);
}

TEST_CASE("A replicate that is missing at one value is left out at all of them") {
  const std::vector<double> values = {0, 1};
  const auto borders = break_evens(values, {{-1, std::nan("")}, {1, 100}}, samples());
  REQUIRE(borders.size() == 1);
  CHECK(borders[0].at == Approx(0.5));
}
