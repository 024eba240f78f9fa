// The day: the one place where the order of things is decided.
#pragma once

#include <vector>

#include "simulation/rounds.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Working memory of the day, handed on from day to day.
struct DayMemory {
  std::vector<std::vector<Encounter>> encounters;  // of the day, by approach
  Rounds rounds;
  Batch batch;

  explicit DayMemory(std::uint32_t people) : rounds(people) {}
};

/// Lives through the day world.rules.day.
void live_day(WorldState& world, DayMemory& memory);

/// Whether any later day can bring an encounter.
bool nothing_left(const WorldState& world);

}  // namespace rapport
