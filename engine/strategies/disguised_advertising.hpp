// Disguised advertising: bought impressions that look like somebody's post.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow disguised_advertising_row;
}
