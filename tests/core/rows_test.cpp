#include <array>
#include <catch2/catch.hpp>
#include <vector>

#include "core/random.hpp"
#include "core/row_ways.hpp"

using namespace rapport;

namespace {

using Words = std::array<std::uint32_t, most_rows>;

/// A column of yes and no, by chance; what stands behind `size` counts for nothing.
Words some_of(std::size_t size, float share) {
  const Draws draws(42, static_cast<std::uint32_t>(size));
  Words yes;
  for (std::uint32_t i = 0; i < most_rows; ++i) {
    yes[i] = draws.uniform(PersonId{i}, 0, 0, Purpose::target) < share ? 1 : 0;
  }
  return yes;
}

Choice as_choice(const Words& yes) {
  Choice choice;
  for (std::size_t i = 0; i < most_rows; ++i) choice.yes[i] = static_cast<std::uint8_t>(yes[i]);
  return choice;
}

std::vector<std::size_t> rows_one_by_one(const Words& yes, std::size_t size) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < size; ++i) {
    if (yes[i] != 0) rows.push_back(i);
  }
  return rows;
}

std::vector<std::size_t> list(const Rows& rows) {
  return {rows.begin(), rows.end()};
}

/// Every width on this processor.
std::vector<const RowWays*> all_ways() {
  std::vector<const RowWays*> ways = {&rows_by_8()};
  if (rows_by_64()) {
    ways.push_back(rows_by_64());
  } else {
    WARN("this processor has no AVX-512 with VBMI2: the wide way is not tested");
  }
  return ways;
}

}  // namespace

TEST_CASE("Rows are chosen and numbered as one by one, however many there are") {
  for (std::size_t size = 0; size <= most_rows; ++size) {
    for (const float share : {0.0f, 0.1f, 0.6f, 1.0f}) {
      const Words yes = some_of(size, share);
      const auto expected = rows_one_by_one(yes, size);
      REQUIRE(list(rows_with(yes.data(), size)) == expected);
      REQUIRE(list(rows_where(size, [&](std::size_t i) { return yes[i] != 0; })) == expected);
    }
  }
}

TEST_CASE("Every way to choose, to number and to keep rows gives the same") {
  for (const RowWays* ways : all_ways()) {
    for (const std::size_t size : {0, 1, 7, 8, 15, 16, 17, 63, 64, 65, 200, 255, 256}) {
      const Words yes = some_of(size, 0.6f);
      const ChosenRows chosen = chosen_rows(yes.data(), size);
      Words words;
      std::array<float, most_rows> floats;
      for (std::uint32_t i = 0; i < most_rows; ++i) {
        words[i] = 1000 + i;
        floats[i] = 0.5f + static_cast<float>(i);
      }
      ways->keep_words(words.data(), chosen);
      ways->keep_floats(floats.data(), chosen);
      const auto expected = rows_one_by_one(yes, size);
      REQUIRE(list(ways->rows_of(as_choice(yes), size)) == expected);
      REQUIRE(list(ways->rows_with(yes.data(), size)) == expected);
      for (std::size_t k = 0; k < expected.size(); ++k) {
        REQUIRE(words[k] == 1000 + expected[k]);
        REQUIRE(floats[k] == 0.5f + static_cast<float>(expected[k]));
      }
      REQUIRE(ways->chosen_rows(yes.data(), size).bits == chosen.bits);
    }
  }
}

TEST_CASE("Any number but 0 in a column means yes") {
  Words column = {};
  column[3] = 2;
  column[4] = 0x80000000u;
  column[200] = 256;
  for (const RowWays* ways : all_ways()) {
    CHECK(list(ways->rows_with(column.data(), most_rows)) == std::vector<std::size_t>{3, 4, 200});
  }
}
