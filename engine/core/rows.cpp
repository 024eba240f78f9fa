#include "core/rows.hpp"

#include "core/row_ways.hpp"

namespace rapport {
namespace {

const RowWays& fastest() {
  static const RowWays* const wide = rows_by_64();
  return wide ? *wide : rows_by_8();
}

}  // namespace

Rows rows_of(const Choice& choice, std::size_t size) {
  return fastest().rows_of(choice, size);
}

Rows rows_with(const std::uint32_t* column, std::size_t size) {
  return fastest().rows_with(column, size);
}

ChosenRows chosen_rows(const std::uint32_t* column, std::size_t size) {
  return fastest().chosen_rows(column, size);
}

void keep_rows(std::uint32_t* column, const ChosenRows& chosen) {
  fastest().keep_words(column, chosen);
}

void keep_rows(float* column, const ChosenRows& chosen) {
  fastest().keep_floats(column, chosen);
}

}  // namespace rapport
