// Phases: one strategy after the other, each from its first day on.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow phases_row;
}
