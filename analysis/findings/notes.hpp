// What a reader must know before believing a comparison, one sentence each.
#pragma once

#include <string>
#include <vector>

#include "analysis/findings/comparison.hpp"

namespace rapport {

/// Partial results, missing and failed runs by name, few replicates, unequal budgets, what the
/// intervals hold and what they leave out. `comparison` is complete but for its notes.
std::vector<std::string> notes_on(const Comparison& comparison);

}  // namespace rapport
