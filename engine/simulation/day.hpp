// The day: the one place where the order of things is decided.
#pragma once

#include <span>

#include "simulation/rounds.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Working memory of the day, handed on from day to day.
struct DayMemory {
  Rounds rounds;
  Batch batch;

  explicit DayMemory(std::uint32_t people) : rounds(people) {}
};

/// Lives through the day `rules.day` of all senders of one world.
void live_day(std::span<WorldState* const> senders, DayMemory& memory);

/// Whether any later day can bring an encounter.
bool nothing_left(const WorldState& world);

}  // namespace rapport
