// An attribution as text for a terminal and as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analysis/findings/attribution.hpp"

namespace rapport {

/// For each campaign a sentence, what it really added, and what each rule claims by channel.
std::string attribution_text(const Attribution& attribution);

nlohmann::ordered_json attribution_json(const Attribution& attribution);

}  // namespace rapport
