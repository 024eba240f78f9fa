// Where bootstrap samples come from: one copy for everything that is said about a result.
#pragma once

#include <functional>

#include "statistics/bootstrap.hpp"

namespace rapport {

/// Bootstrap samples of so many items.
using SamplesOf = std::function<const Resamples&(std::size_t items)>;

/// Items are gathered into at most so many blocks before they are resampled.
inline constexpr std::size_t most_blocks = 100;

}  // namespace rapport
