// Mixed: several strategies of one sender, each with a share of the hours.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow mixed_row;
}
