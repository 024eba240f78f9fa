// What an encounter means for others: who connected, who left, who tells, who bought.
#pragma once

#include "simulation/world_state.hpp"

namespace rapport {

/// What has come of an encounter, as bits: somebody else is concerned, or it is rare.
namespace event {
inline constexpr std::uint32_t accepted = 1u << 0;
inline constexpr std::uint32_t declined = 1u << 1;
inline constexpr std::uint32_t replied = 1u << 2;
inline constexpr std::uint32_t bought = 1u << 3;
inline constexpr std::uint32_t muted = 1u << 4;
inline constexpr std::uint32_t blocked = 1u << 5;
inline constexpr std::uint32_t reported = 1u << 6;
inline constexpr std::uint32_t responded = 1u << 7;
inline constexpr std::uint32_t followed = 1u << 8;
inline constexpr std::uint32_t found_out = 1u << 9;
inline constexpr std::uint32_t betrayed = 1u << 10;
inline constexpr int first_of_shared = 11;  // the first of three bits, see Batch::shared
inline constexpr std::uint32_t told_good = 1u << first_of_shared;
inline constexpr std::uint32_t told_bad = 2u << first_of_shared;
inline constexpr std::uint32_t complained = 4u << first_of_shared;

inline constexpr std::uint32_t shuts_out = muted | blocked | reported;
inline constexpr std::uint32_t turns_away = shuts_out | found_out | betrayed;
inline constexpr std::uint32_t answers = accepted | declined | replied;
inline constexpr std::uint32_t tells = told_good | told_bad;
inline constexpr std::uint32_t at_post = responded | followed;
}  // namespace event

/// Takes note of the rows of a batch that have events, and of what the batch moved in all.
void follow_up(WorldState& world, Turn turn, const Batch& batch,
               const Column<std::uint32_t>& events);

}  // namespace rapport
