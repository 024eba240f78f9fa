// Listen first: a share of the hours goes into listening; notes build on what was heard.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow listen_first_row;
}
