// Bait and switch: useful notes, and something else for those who accept.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow bait_and_switch_row;
}
