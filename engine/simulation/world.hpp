// A world: one campaign acting on one population in one replicate.
#pragma once

#include <cstdint>
#include <deque>
#include <span>

#include "core/crew.hpp"
#include "network/network.hpp"
#include "parameters/scenario.hpp"
#include "population/relations.hpp"
#include "population/traits.hpp"
#include "simulation/encounter_log.hpp"
#include "simulation/run_result.hpp"

namespace rapport {

/// Everything that a run reads; all of it outlives the run and may be shared with others.
struct WorldInputs {
  const Scenario& scenario;
  const Network& network;
  const Population& population;  // drawn for this replicate
  std::uint32_t campaign = 0;    // index into scenario.campaigns
  std::uint32_t replicate = 0;
  /// People of whom pictures are taken; no pictures when empty.
  std::span<const std::uint32_t> pictured = {};
  /// Watches the encounters of the campaign's own sender, if there is one.
  EncounterLog* log = nullptr;
};

/// Memory that runs on one thread hand on to each other; 16 bytes a person and sender plus what was
/// touched.
class WorldMemory {
 public:
  /// A run begins and ends; of one that was broken off nothing is handed on, since what it touched
  /// is not all noted.
  void begin_run();
  void end_run() { under_way_ = false; }

  /// Cleared relations for that many people, for the sender of that slot; those of other slots stay
  /// where they are.
  Relations& relations(std::uint32_t people, std::uint32_t slot);

 private:
  std::deque<Relations> relations_;  // by slot
  bool under_way_ = false;
};

/// Runs all days. The result depends on the inputs alone, not on the crew that does the work;
/// without one it is the calling thread.
RunResult run_world(const WorldInputs& inputs, WorldMemory& memory, const Crew* crew = nullptr);

}  // namespace rapport
