// Gratitude: thanks to people by name, and to fans again and again.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow gratitude_row;
}
