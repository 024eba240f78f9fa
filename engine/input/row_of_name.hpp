// The row of a table behind a dotted name.
#pragma once

#include <span>
#include <string>

#include "parameters/parameter_row.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// The row of a number of a [table], or of a campaign or its strategy; nullptr when the path leads
/// elsewhere or nowhere. Campaigns must be read by then.
const ParameterRow* row_of_name(std::span<const std::string> path, const Scenario& scenario);

/// Whether only whole numbers may stand at the path; mechanisms are switched by 1 and 0.
bool takes_whole_numbers(std::span<const std::string> path, const Scenario& scenario);

}  // namespace rapport
