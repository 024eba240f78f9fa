#include "results/daily_blob.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <cstdint>
#include <cstring>
#include <limits>

#include "results/checksum.hpp"

using namespace rapport;

TEST_CASE("Daily values come back from a journal bit by bit, in as few bytes as they need") {
  using Limits = std::numeric_limits<float>;
  const auto [days, width] = GENERATE(table<std::vector<float>, std::size_t>({
      {{0, 0, 0}, 0},
      {{0, 1, 255}, 1},
      {{256, 0, 1}, 2},
      {{65'535, 0, 0}, 2},
      {{65'536, 0, 0}, 4},
      {{1, 1.5f, 0}, 4},
      {{0, -0.0f, 0}, 4},
      {{1, 2, -1}, 4},
      {{Limits::quiet_NaN(), 0, 0}, 4},
      {{0, 0, Limits::infinity()}, 4},
      {{Limits::denorm_min(), Limits::lowest(), Limits::max()}, 4},
  }));
  constexpr std::size_t measures = 3;
  std::vector<float> daily = {3, 2, 1};  // of a measure before and of one after
  daily.insert(daily.end(), days.begin(), days.end());
  daily.insert(daily.end(), {0.5f, 300, 7});
  const std::vector<std::byte> blob = daily_blob(daily, measures);
  CHECK(blob.size() == sizeof(std::uint64_t) + measures + days.size() * (1 + width + 4));
  const auto again = daily_in_blob(blob, measures, days.size());
  REQUIRE(again);
  REQUIRE(again->size() == daily.size());
  for (std::size_t at = 0; at < daily.size(); ++at) {
    CHECK(std::bit_cast<std::uint32_t>((*again)[at]) == std::bit_cast<std::uint32_t>(daily[at]));
  }
}

TEST_CASE("A blob whose measures have a width that is none holds no days") {
  const int width = GENERATE(3, 5, 255);
  std::vector<std::byte> body(1 + 2 * static_cast<std::size_t>(width));
  body[0] = static_cast<std::byte>(width);
  Checksum checksum;
  checksum.add(body);
  const std::uint64_t value = checksum.value();
  std::vector<std::byte> blob(sizeof(value));
  std::memcpy(blob.data(), &value, sizeof(value));
  blob.insert(blob.end(), body.begin(), body.end());
  CHECK_FALSE(daily_in_blob(blob, 1, 2));
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
