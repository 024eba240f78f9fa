// Group message: one message to many connections at once, who see each other's names.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow group_message_row;
}
