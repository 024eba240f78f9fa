// A comparison as text for a terminal, at most 100 columns wide.
#pragma once

#include <cstddef>
#include <string>

#include "analysis/findings/comparison.hpp"

namespace rapport {

/// Points that an overview of a sweep shows one by one; more would bury the answer, and of more no
/// measure need be kept.
inline constexpr std::size_t most_points_in_full = 12;

/// The sentence first, then the tables, the rankings, the day the ranking turns, and the notes.
/// Several points of a sweep give an overview and the headline measures of each.
std::string compare_text(const Comparison& comparison);

}  // namespace rapport
