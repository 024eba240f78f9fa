// The registry of measures: activity (the tool) beside result (what it is for).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace rapport {

enum class Measure : std::uint8_t {
#define MEASURE(name, family, kind, better, unit, meaning) name,
#include "measures/measures.def"
#undef MEASURE
};

enum class Family : std::uint8_t { activity, result };
enum class Accounting : std::uint8_t { flow, stock };
/// Which direction is good for the sender; rankings leave `neither` out.
enum class Better : std::uint8_t { higher, lower, neither };

/// Whether more of a measure is better, for rankings.
struct MeasureRow {
  std::string_view name;
  Family family;
  Accounting accounting;
  Better better;
  std::string_view unit;
  std::string_view meaning;
};

inline constexpr auto measure_table = std::to_array<MeasureRow>({
#define MEASURE(name, family, kind, better, unit, meaning) \
  {#name, Family::family, Accounting::kind, Better::better, unit, meaning},
#include "measures/measures.def"
#undef MEASURE
});

inline constexpr std::size_t measure_count = measure_table.size();

/// One value for every measure, in table order.
using MeasureValues = std::array<double, measure_count>;

constexpr double& value_of(MeasureValues& values, Measure measure) {
  return values[static_cast<std::size_t>(measure)];
}
constexpr double value_of(const MeasureValues& values, Measure measure) {
  return values[static_cast<std::size_t>(measure)];
}

std::span<const MeasureRow> measure_rows();

}  // namespace rapport
