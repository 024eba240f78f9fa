// The day: the one place where the order of things is decided.
#pragma once

#include <deque>
#include <span>

#include "core/crew.hpp"
#include "simulation/ledger.hpp"
#include "simulation/rounds.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Working memory of a part of a round.
struct PartMemory {
  Batch batch;
  Ledger ledger;

  explicit PartMemory(std::size_t part) : ledger(part) {}
};

/// Working memory of the day, handed on from day to day, and who does the work.
struct DayMemory {
  const Crew* crew;  // nullptr: the calling thread alone
  Rounds rounds;
  std::deque<PartMemory> parts;

  DayMemory(std::uint32_t people, const Crew* workers) : crew(workers), rounds(people, workers) {}
  /// Makes room for so many parts at the same time.
  void make_room(std::size_t count) {
    while (parts.size() < count) parts.emplace_back(parts.size());
  }
};

/// Lives through the day `rules.day` of all senders of one world.
void live_day(std::span<WorldState* const> senders, DayMemory& memory);

/// Whether any later day can bring an encounter.
bool nothing_left(const WorldState& world);

}  // namespace rapport
