// Referral: connections introduce the sender to their neighbours, and answer for it.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow referral_row;
}
