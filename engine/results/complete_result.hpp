// Whether a result has everything already, so that nothing needs to be run or written.
#pragma once

#include <optional>
#include <string>

#include "results/design.hpp"

namespace rapport {

/// The design of the result at `path` when all that `design` asks for is in it, every run done, and
/// writing it again would change no byte; nothing otherwise, also when there is no result or a
/// journal goes on from it. Throws Failure bad_data when the file is damaged.
std::optional<Design> complete_result(const std::string& path, const Design& design);

}  // namespace rapport
