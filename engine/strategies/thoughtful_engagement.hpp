// Thoughtful engagement: research a person, write something useful to them, stay in touch, and
// pitch only to those who are searching.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow thoughtful_engagement_row;
}
