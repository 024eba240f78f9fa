// Dormant presence: a profile and nothing else.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow dormant_presence_row;
}
