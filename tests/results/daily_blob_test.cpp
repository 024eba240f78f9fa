#include "results/daily_blob.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>

using namespace rapport;

TEST_CASE("Daily values come back from a journal bit by bit, and measures of zeros take a byte") {
  constexpr std::size_t measures = 4, days = 3;
  constexpr float none = std::numeric_limits<float>::quiet_NaN();
  const std::vector<float> daily = {1.5f, 0, 2, 0, 0, 0, 0, -0.0f, 0, none, 0, 0};
  const std::vector<std::byte> blob = daily_blob(daily, measures);
  CHECK(blob.size() == sizeof(std::uint64_t) + measures + 3 * days * sizeof(float));
  const auto again = daily_in_blob(blob, measures, days);
  REQUIRE(again);
  REQUIRE(again->size() == daily.size());
  for (std::size_t at = 0; at < daily.size(); ++at) {
    CHECK(std::bit_cast<std::uint32_t>((*again)[at]) == std::bit_cast<std::uint32_t>(daily[at]));
  }
}

TEST_CASE("A blob that is too short or too long or has a bit changed holds no days") {
  const std::vector<float> daily = {1.0f, 2.0f, 0.0f, 0.0f};
  const std::vector<std::byte> blob = daily_blob(daily, 2);
  REQUIRE(daily_in_blob(blob, 2, 2));
  CHECK_FALSE(daily_in_blob(std::span(blob).first(1), 2, 2));
  CHECK_FALSE(daily_in_blob(std::span(blob).first(blob.size() - 1), 2, 2));
  CHECK_FALSE(daily_in_blob(blob, 2, 1));
  CHECK_FALSE(daily_in_blob(blob, 2, 3));
  CHECK_FALSE(daily_in_blob(blob, 3, 2));
  for (std::size_t at = 0; at < blob.size(); ++at) {
    std::vector<std::byte> other = blob;
    other[at] ^= std::byte{1};
    CHECK_FALSE(daily_in_blob(other, 2, 2));
  }
}
