// A comparison as text for a terminal, at most 100 columns wide.
#pragma once

#include <string>

#include "analysis/findings/comparison.hpp"

namespace rapport {

/// The sentence first, then the tables, the rankings, the day the ranking turns, and the notes.
/// Several points of a sweep give an overview and the headline measures of each.
std::string compare_text(const Comparison& comparison);

}  // namespace rapport
