// What a user names on the command line of a result: a campaign, a point of its sweep.
#pragma once

#include <cstdint>
#include <string>

#include "measures/measures.hpp"
#include "results/design.hpp"

namespace rapport {

/// Index of the campaign. Throws Failure(usage), with the nearest name, when there is none.
std::size_t campaign_named(const std::string& name, const Design& design);

/// Throws Failure(usage) when the design has no such point. Signed: Boost would read -1 as the
/// largest unsigned number.
std::uint32_t checked_point(std::int64_t point, const Design& design);

/// Throws Failure(usage), with the nearest name, when nothing of that name is measured.
Measure measure_named(const std::string& name);

}  // namespace rapport
