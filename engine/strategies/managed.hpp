#pragma once

#include "strategies/registry.hpp"

namespace rapport {

extern const StrategyRow managed_row;

}  // namespace rapport
