// Where two campaigns tie along a swept parameter.
#pragma once

#include <span>
#include <vector>

#include "analysis/findings/comparison.hpp"
#include "analysis/findings/inference.hpp"
#include "analysis/findings/result_table.hpp"
#include "analysis/sensitivity/break_even.hpp"

namespace rapport {

/// A line of design points along one parameter, all others as they are at its first point.
struct SweepLine {
  std::size_t parameter = 0;          // index into Design::parameters
  std::vector<std::uint32_t> points;  // by ascending value, at least two
};

/// One measure along one line: campaign `first` minus `second`.
struct TieFinding {
  Measure measure{};
  std::size_t first = 0;
  std::size_t second = 0;
  SweepLine line;
  std::vector<BreakEven> ties;
};

/// Lines through the design along one parameter; points that differ in another one are on other
/// lines. None for designs whose points share no values.
std::vector<SweepLine> sweep_lines(const Design& design, std::size_t parameter);

/// Ties of every campaign with the baseline in the given measures, along every line of every
/// parameter.
std::vector<TieFinding> find_ties(const ResultTable& table, std::size_t baseline,
                                  std::span<const Measure> measures, Inference& inference);

}  // namespace rapport
