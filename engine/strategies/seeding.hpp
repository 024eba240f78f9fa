// Seeding: gives chosen people one strong good experience on the first day and lets them talk.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow seeding_row;
}
