// Do nothing: the control. Its world is what would have happened anyway.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow do_nothing_row;
}
