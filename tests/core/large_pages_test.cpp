#include "core/large_pages.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <new>

using namespace rapport;

namespace {

constexpr std::size_t large = std::size_t{1} << 21;

}  // namespace

TEST_CASE("Memory on large pages is zero and one's own, little of it or much") {
  for (const std::size_t bytes :
       {std::size_t{0}, std::size_t{1}, std::size_t{4'000}, large / 4 * 3 - 1, large / 4 * 3, large,
        large + 1, 2 * large - 1, 7 * large + large / 2}) {
    CAPTURE(bytes);
    auto* const one = static_cast<std::uint8_t*>(allocate_on_large_pages(bytes));
    auto* const other = static_cast<std::uint8_t*>(allocate_on_large_pages(bytes));
    CHECK(std::all_of(one, one + bytes, [](std::uint8_t byte) { return byte == 0; }));
    std::fill_n(one, bytes, std::uint8_t{1});
    CHECK(std::all_of(other, other + bytes, [](std::uint8_t byte) { return byte == 0; }));
    free_on_large_pages(one, bytes);
    std::fill_n(other, bytes, std::uint8_t{2});
    free_on_large_pages(other, bytes);
  }
}

TEST_CASE("A vector on large pages grows and shrinks like any other") {
  LargeVector<std::uint32_t> elements;
  for (std::uint32_t k = 0; k < 3'000'000; ++k) elements.push_back(k);
  elements.resize(500'000);
  elements.shrink_to_fit();
  bool in_order = true;
  for (std::uint32_t k = 0; k < elements.size(); ++k) in_order &= elements[k] == k;
  CHECK(in_order);
}

TEST_CASE("More memory than there can be is refused as everywhere") {
  constexpr std::size_t too_much = std::numeric_limits<std::ptrdiff_t>::max();
  CHECK_THROWS_AS(allocate_on_large_pages(too_much), std::bad_alloc);
}
