// Employee champions: the sender's own people speak for it where they are known.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow employee_champions_row;
}
