// Seeding: gives chosen people one strong good experience on its first day and lets them talk.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow seeding_row;
}
