// Spam blast: the same pitch to as many people as the hours allow.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow spam_blast_row;
}
