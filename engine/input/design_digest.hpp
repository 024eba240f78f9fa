// The fingerprint of a design: equal for scenarios that mean the same runs, however they are
// written.
#pragma once

#include <string>

#include "parameters/scenario.hpp"

namespace rapport {

/// Raised by hand whenever the same scenario gives other results than before, so that a result file
/// of an older program is not continued by a newer one.
inline constexpr int results_version = 1;

/// XXH3, 128 bits in hex, of every value of a checked scenario but title, expectations,
/// replicates and [stop] (replicates may grow); files count by what is in them. Throws
/// Failure(missing_input) when such a file cannot be read.
std::string design_digest(const Scenario& scenario);

/// The text behind the digest, one sorted "key=value" a line.
std::string canonical_design(const Scenario& scenario);

}  // namespace rapport
