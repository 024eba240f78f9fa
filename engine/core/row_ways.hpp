// Ways to choose, number and keep rows that give the same; rows.cpp takes the fastest that the
// processor has.
#pragma once

#include "core/rows.hpp"

namespace rapport {

/// The functions mean what those of rows.hpp do.
struct RowWays {
  Rows (*rows_of)(const Choice&, std::size_t size);
  Rows (*rows_with)(const std::uint32_t*, std::size_t size);
  ChosenRows (*chosen_rows)(const std::uint32_t*, std::size_t size);
  void (*keep_words)(std::uint32_t*, const ChosenRows&);
  void (*keep_floats)(float*, const ChosenRows&);
};

/// Eight rows at a time, on any processor.
const RowWays& rows_by_8();

/// By the widest registers; null where the processor is without AVX-512 and its VBMI2.
const RowWays* rows_by_64();

}  // namespace rapport
