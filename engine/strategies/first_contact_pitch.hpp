// First-contact pitch: researched, personal notes that sell in their first words.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow first_contact_pitch_row;
}
