// Persistent blast: blank invitations to everybody, and another one to whoever says no.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow persistent_blast_row;
}
