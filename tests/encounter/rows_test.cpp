#include "encounter/rows.hpp"

#include <catch2/catch.hpp>

using namespace rapport;

TEST_CASE("Relations and people are kept in their order") {
  PackedColumn packed;
  Column<std::uint32_t> odd = zeros;
  for (std::uint32_t i = 0; i < batch_size; ++i) {
    packed[i] = {i, i + 1, i + 2, i + 3};
    odd[i] = i % 2;
  }
  const Rows rows = rows_with(odd, 101);
  REQUIRE(rows.count == 50);
  keep_rows(packed, rows);
  for (std::uint32_t k = 0; k < rows.count; ++k) {
    const std::uint32_t i = 2 * k + 1;
    CHECK(packed[k] == Packed{i, i + 1, i + 2, i + 3});
  }
}
