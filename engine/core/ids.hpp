// Typed ids and days: what crosses a border between two modules carries its meaning in its type.
#pragma once

#include <cstdint>

namespace rapport {

/// A person of the network, 0 to people - 1. Inside columns the plain number is used.
enum class PersonId : std::uint32_t {};

constexpr std::uint32_t index(PersonId person) {
  return static_cast<std::uint32_t>(person);
}

/// A day of the simulated calendar; day 0 is the first on which campaigns act.
using Day = std::int32_t;

/// Days are kept in 16 bits in the relation columns; the reader refuses longer horizons.
constexpr Day longest_horizon = 65'000;

}  // namespace rapport
