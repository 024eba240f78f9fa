#include "core/in_parts.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "tests/worlds/crews.hpp"

using namespace rapport;
using test::backwards;

namespace {

std::vector<std::size_t> numbers(const Crew* crew, std::size_t things, std::size_t least) {
  std::vector<std::size_t> all = {7};
  put_out_in_order(
      crew, things, least, all,
      [](std::size_t begin, std::size_t end, std::vector<std::size_t>& output) {
        for (std::size_t k = begin; k < end; ++k) output.push_back(k);
      },
      append_list<std::size_t>);
  return all;
}

}  // namespace

TEST_CASE("What parts put out stands in the order of the things, whoever was first") {
  for (const std::size_t things : {0u, 1u, 9u, 10u, 1'000u, 12'345u}) {
    std::vector<std::size_t> expected(things + 1);
    std::iota(expected.begin() + 1, expected.end(), std::size_t{0});
    expected[0] = 7;  // what was there before stays in front
    for (const std::size_t least : {1u, 10u, 100'000u}) {
      CHECK(numbers(&backwards, things, least) == expected);
      CHECK(numbers(nullptr, things, least) == expected);
    }
  }
}

TEST_CASE("Parts are worth their while, and not too many") {
  CHECK(worthwhile_parts(nullptr, 1'000'000, 10) == 1);
  CHECK(worthwhile_parts(&backwards, 0, 10) == 1);
  CHECK(worthwhile_parts(&backwards, 39, 10) == 3);
  CHECK(worthwhile_parts(&backwards, 1'000'000, 10) == 64);
}
