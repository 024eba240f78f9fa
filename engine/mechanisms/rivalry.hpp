// Rivalry: several senders write to the same people.
#pragma once

#include <cstdint>

namespace rapport {

/// Messages of rivals to one person on one day that are told apart; more of them count as so many.
inline constexpr std::uint32_t most_rival_messages = 31;

}  // namespace rapport
