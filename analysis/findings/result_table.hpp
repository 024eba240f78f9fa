// What a comparison needs of a result: its design and its values, from a file or from plain arrays.
#pragma once

#include <functional>
#include <vector>

#include "measures/measures.hpp"
#include "results/result_reader.hpp"

namespace rapport {

struct ResultTable {
  Design design;
  bool partial = false;
  std::vector<RunStatus> status;  // [point][campaign][replicate]
  /// Final values, [point][campaign][replicate], NaN where a run is missing.
  std::function<std::vector<double>(Measure)> final_values;
  /// Daily values, [point][campaign][replicate][day], NaN where missing; empty when none were kept.
  /// Asked for what expectations name only, since they are the bulk of a file.
  std::function<std::vector<float>(Measure)> daily_values;
  /// The same at one design point, [campaign][replicate][day].
  std::function<std::vector<float>(Measure, std::uint32_t point)> daily_values_at;
};

/// A view of `reader`, which must outlive it.
ResultTable table_of(const ResultReader& reader);

}  // namespace rapport
