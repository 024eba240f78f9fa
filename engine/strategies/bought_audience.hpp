// Bought audience: false accounts that follow the sender for money.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow bought_audience_row;
}
