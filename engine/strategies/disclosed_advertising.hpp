// Disclosed advertising: bought impressions that say what they are.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow disclosed_advertising_row;
}
