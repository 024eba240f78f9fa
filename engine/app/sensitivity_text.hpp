// What `rapport sensitivity` prints.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analysis/findings/sensitivity.hpp"

namespace rapport {

std::string sensitivity_text(const Sensitivity& found);
nlohmann::ordered_json sensitivity_json(const Sensitivity& found);

}  // namespace rapport
