// Community joining: find communities, join one, help there, and only then invite.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow community_joining_row;
}
