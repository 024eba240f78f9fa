#include "core/radix_sort.hpp"

#include <catch2/catch.hpp>

#include "core/random.hpp"

using namespace rapport;

namespace {

struct Item {
  std::uint32_t key, place;
  bool operator==(const Item&) const = default;
};

std::vector<Item> items_below(std::uint64_t bound, std::uint32_t count) {
  const Draws draws(42, 0);
  std::vector<Item> items;
  for (std::uint32_t k = 0; k < count; ++k) {
    const std::uint64_t word = draws.word(PersonId{k}, 0, 0, Purpose::target);
    items.push_back({static_cast<std::uint32_t>((word * bound) >> 32), k});
  }
  return items;
}

}  // namespace

TEST_CASE("Sorting by digits gives what a stable sort gives, for small and large keys") {
  std::vector<Item> scratch;
  for (const std::uint64_t bound : {1ull, 7ull, 2'048ull, 100'000ull, 1ull << 32}) {
    for (const std::uint32_t count : {0u, 1u, 2u, 127u, 128u, 5'000u}) {
      std::vector<Item> items = items_below(bound, count), expected = items;
      std::stable_sort(expected.begin(), expected.end(),
                       [](const Item& a, const Item& b) { return a.key < b.key; });
      radix_sort(items, scratch, [](const Item& item) { return item.key; });
      CHECK(items == expected);
    }
  }
}
