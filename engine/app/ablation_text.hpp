// An ablation as text for a terminal and as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analysis/findings/ablation.hpp"

namespace rapport {

/// For each measure and campaign a sentence and a table, one row a mechanism.
std::string ablation_text(const Ablation& ablation);

nlohmann::ordered_json ablation_json(const Ablation& ablation);

}  // namespace rapport
