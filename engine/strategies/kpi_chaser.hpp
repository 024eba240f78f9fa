#pragma once

#include "strategies/registry.hpp"

namespace rapport {

extern const StrategyRow kpi_chaser_row;

}  // namespace rapport
