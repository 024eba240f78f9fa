#include "population/people_set.hpp"

#include <catch2/catch.hpp>

using namespace rapport;

TEST_CASE("A set of people holds those who were put in and nobody else") {
  constexpr std::uint32_t people = 200;
  PeopleSet set(people);
  for (std::uint32_t p = 0; p < people; ++p) CHECK_FALSE(set.contains(p));
  const auto chosen = {0u, 63u, 64u, 127u, 199u, 64u};
  for (const std::uint32_t p : chosen) set.insert(p);
  std::uint32_t members = 0;
  for (std::uint32_t p = 0; p < people; ++p) members += set.contains(p);
  CHECK(members == 5);
  for (const std::uint32_t p : chosen) CHECK(set.contains(p));
}
