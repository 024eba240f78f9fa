// Pictures of a world on some days: histograms over everybody, feelings of a few.
#pragma once

#include <span>

#include "simulation/run_result.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Days at whose end a picture is taken: at most 25, evenly spread, the first and the last among
/// them.
std::vector<Day> picture_days(Day horizon);

/// Takes one picture. Costs the people touched so far; nothing is written back.
void take_picture(const WorldState& world, std::span<const std::uint32_t> people,
                  Snapshots& snapshots);

}  // namespace rapport
