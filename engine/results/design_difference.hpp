// Says in what way two designs differ, for the refusal to mix their runs in one file.
#pragma once

#include <string>

#include "results/design.hpp"

namespace rapport {

/// Empty when runs of both may stand in one file (`replicates`, title, texts and names may differ);
/// otherwise the first difference in words, such as "trust.gain: 0.2 there, 0.3 here".
std::string design_difference(const Design& there, const Design& here);

}  // namespace rapport
