// What brings encounters into a day, WorldState::agenda, and what a day's answers change for the
// next.
#pragma once

#include <span>
#include <vector>

#include "mechanisms/in_market.hpp"
#include "simulation/ledger.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Yesterday's tellers tell their neighbours, each of whom hears or not. Costs their degrees.
void tell_neighbours(WorldState& world, const Crew* crew);

/// People who enter the market today and remember the sender come by themselves.
void come_by_themselves(WorldState& world);

/// Appends to `found` the people's next entries into the market after today, as far as they come
/// before the horizon. Once started, each entry schedules the next.
void find_market_entries(const MarketEntries& entries,
                         std::span<const MarketEntries::Searcher> people,
                         std::vector<MarketEntry>& found);
/// Puts entries on the calendar.
void schedule(WorldState& world, std::span<const MarketEntry> entries);
/// Finds and schedules those of all whose prior trust is above zero, once for a run: a sender's
/// repute brings people by themselves.
void schedule_those_who_trust(WorldState& world);
MarketEntries market_entries_after_today(const WorldState& world);

/// The strategy plans the day's touches.
void plan_touches(WorldState& world, const Crew* crew);

/// Among rivals: counts what the sender puts before each person today, by place, but for those who
/// have shut it out.
void count_touches(WorldState& world);
/// Empties the agenda and these counts.
void clear_agenda(WorldState& world);

/// The neighbours of today's new connections have a mutual tie with the sender from tomorrow on;
/// those of lost ones have one less.
void tie_mutually(WorldState& world);

/// The platform closes its books.
void close_platform_day(WorldState& world);

}  // namespace rapport
