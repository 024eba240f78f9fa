// Complaint handling: answers to public complaints, in one of four postures.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow complaint_handling_row;
}
