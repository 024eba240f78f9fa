// Rows of parameter tables as text and as JSON, for `rapport list`.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "parameters/parameter_row.hpp"

namespace rapport {

/// Head of the columns that parameter_cells() fills.
std::vector<std::string> parameter_head();

/// Name, defaults of both sets, allowed values, meaning and source; `name` replaces the row's own.
std::vector<std::string> parameter_cells(const ParameterRow& row, const std::string& name);

nlohmann::ordered_json parameter_json(const ParameterRow& row, const std::string& name);

}  // namespace rapport
