// Content: posts in the feed, and conversations with those who respond.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow content_row;
}
