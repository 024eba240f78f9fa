// The settings of a design as its canonical text has them, and whether what stands beside them in a
// file says the same.
#pragma once

#include <map>
#include <string>

#include "results/design.hpp"

namespace rapport {

/// Value by key, as "network.people", of a text of lines "key=value".
std::map<std::string, std::string> settings_of(const std::string& canonical);

/// What a file says of its design otherwise than its settings do, as words for people; empty when
/// nothing. Says nothing of title, scenario text, rule of stopping and expectations, which the
/// settings leave out, nor of a design without settings, as early files have it.
std::string contradiction_in(const Design& design);

}  // namespace rapport
