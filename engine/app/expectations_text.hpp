// The verdicts on a scenario's expectations as text for a terminal.
#pragma once

#include <string>
#include <vector>

#include "analysis/findings/expectations.hpp"

namespace rapport {

/// One paragraph a claim, with its verdict in front; empty without expectations. Of a sweep the
/// points are counted, and shown one by one when they are few.
std::string expectations_text(const std::vector<ExpectationFinding>& findings,
                              const Design& design);

/// "market.in_market_share = 0.1, network.people = 500"; empty without a sweep.
std::string point_settings(std::uint32_t point, const Design& design);

}  // namespace rapport
