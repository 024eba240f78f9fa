#include "core/large_pages.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace rapport;

TEST_CASE("Elements on large pages are those of resize, few or many") {
  for (const std::size_t size : {0u, 1u, 1'000u, 3'000'000u}) {
    std::vector<std::uint32_t> elements;
    resize_on_large_pages(elements, size);
    CHECK(elements.size() == size);
    CHECK(std::ranges::count(elements, 0u) == static_cast<std::ptrdiff_t>(size));
  }
}
