// InMail: paid messages to strangers, as many as the subscription holds.
#pragma once

#include "strategies/registry.hpp"

namespace rapport {
extern const StrategyRow inmail_row;
}
