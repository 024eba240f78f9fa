// What a stopping rule has found out: the best campaign of each point, or how many replicates it
// took.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "results/result_reader.hpp"

namespace rapport {

/// Lines for people; empty for a result without a rule, or of a shard that holds no point.
std::string selection_text(const ResultReader& result);

/// The names of the best campaigns, point by point, null where several may be; null without a rule
/// of selection.
nlohmann::ordered_json selection_json(const ResultReader& result);

}  // namespace rapport
