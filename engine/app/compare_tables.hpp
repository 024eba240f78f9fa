// Measures of all campaigns side by side.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/findings/comparison.hpp"

namespace rapport {

inline constexpr std::size_t text_width = 100;
/// Above this number of campaigns each stands in its own block beside the baseline; below it as
/// many as the width has room for stand together.
inline constexpr std::size_t most_side_by_side = 4;

/// Rows are measures, columns campaigns: mean with the half width of its 95 % interval, difference
/// from the baseline with its interval, and a word. Measures that are zero everywhere are named
/// below. `title` heads the first column.
std::string side_by_side(const std::string& title, const std::vector<MeasureFinding>& measures,
                         const Comparison& comparison);

}  // namespace rapport
