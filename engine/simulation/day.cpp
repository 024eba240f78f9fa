#include "simulation/day.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "core/failure.hpp"
#include "simulation/arrivals.hpp"
#include "simulation/close_round.hpp"
#include "simulation/complaints.hpp"
#include "simulation/conclude.hpp"
#include "simulation/gather.hpp"
#include "simulation/keep_read.hpp"
#include "simulation/unpack.hpp"

namespace rapport {
namespace {

// Encounters of one part of a round, which have different targets: gather, rules, conclude lose
// nothing, and other parts of the round may be met at the same time.
void process_part(WorldState& world, Turn turn, std::span<const Encounter> part,
                  PartMemory& memory) {
  auto& [batch, ledger] = memory;
  const ActiveRules& active = world.active;
  const Rules& rules = world.rules;
  for (std::size_t first = 0; first < part.size(); first += batch_size) {
    gather(world, turn, part, first, batch);
    ledger.encounters += batch.size;
    active.apply(Step::gate, batch, rules);  // platform and privacy refuse some
    batch.read = batch.delivered;
    active.apply(Step::deliver, batch, rules);  // attention decides which are read
    keep_read(world, batch, ledger);
    unpack(world, batch);
    active.apply(Step::appraise, batch, rules);  // market, relevance, merit, pressure
    active.apply(Step::respond, batch, rules);   // accept, reply, buy
    active.apply(Step::feel, batch, rules);      // trust, annoyance, leaving
    active.apply(Step::talk, batch, rules);      // tell others tomorrow
    conclude(world, batch, ledger);
  }
}

// Encounters that are worth a part of their own.
constexpr std::size_t part_size = 4096;

// Parts that are met before they are entered: enough for many threads, few enough for the ledgers
// and for the counts by day that each part keeps (see ThresholdCount) to stay within some
// megabytes.
std::size_t parts_together(Day horizon) {
  return std::clamp((std::size_t{1} << 18) / static_cast<std::size_t>(horizon + 1), std::size_t{4},
                    std::size_t{64});
}

void process_round(WorldState& world, Turn turn, std::span<const Encounter> round,
                   DayMemory& memory) {
  const bool together = memory.crew && !world.log;  // a log is written in order
  const std::size_t wave = (together ? parts_together(world.horizon) : 1) * part_size;
  for (std::size_t first = 0; first < round.size(); first += wave) {
    const auto now = round.subspan(first, std::min(wave, round.size() - first));
    const auto part = [&](std::size_t k) {
      return now.subspan(k * part_size, std::min(part_size, now.size() - k * part_size));
    };
    const auto work = [&](std::size_t k) { process_part(world, turn, part(k), memory.parts[k]); };
    const std::size_t parts = (now.size() + part_size - 1) / part_size;
    memory.make_room(parts);
    world.totals.make_room(parts);
    if (parts > 1) {
      (*memory.crew)(parts, work);
    } else {
      work(0);
    }
    for (std::size_t k = 0; k < parts; ++k) enter(world, turn, part(k), memory.parts[k].ledger);
  }
}

// Talk is addressed by who tells; what is sent, by how often the person has been met that day.
void expect_addresses(const WorldState& world, Turn turn, std::size_t rounds) {
  const Origin origin = row_of(world.approaches[turn.approach].channel).origin;
  if (rounds <= Turn::most_rounds || origin == Origin::talk) return;
  throw Failure(ExitCode::bad_data,
                "campaign '" + world.campaign.name + "' addresses one person " +
                    std::to_string(rounds) + " times on one day (at most " +
                    std::to_string(Turn::most_rounds) +
                    " can be told apart); give it fewer hours, slower messages or more people");
}

// Encounters, in an order that depends on nothing but the encounters.
void meet(WorldState& world, DayMemory& memory) {
  for (Turn turn; turn.approach < world.approaches.size(); ++turn.approach) {
    auto& encounters = world.agenda[turn.approach];
    memory.rounds.bring_together(encounters);
    const auto rounds = memory.rounds.of(encounters);
    expect_addresses(world, turn, rounds.size());
    turn.round = 0;
    for (const std::span<const Encounter> round : rounds) {
      process_round(world, turn, round, memory);
      ++turn.round;
    }
  }
}

}  // namespace

void live_day(std::span<WorldState* const> senders, DayMemory& memory) {
  for (WorldState* world : senders) {
    // 1. Morning: whom and what yesterday's tellers and the calendars bring.
    let_customers_go(*world);
    tell_neighbours(*world, memory.crew);
    note_referrals(*world);
    come_by_themselves(*world);
    show_complaints(*world, memory.crew);
    // 2. Plan: the strategy spends its hours within the platform's limits.
    plan_touches(*world, memory.crew);
    show_posts(*world);
    fail_some(*world);
    count_touches(*world);
  }
  // 3. Encounters. The day begins with another sender each time, so that nobody is always first.
  const auto first = static_cast<std::size_t>(senders.front()->rules.day);
  for (std::size_t k = 0; k < senders.size(); ++k) {
    meet(*senders[(first + k) % senders.size()], memory);
  }
  for (WorldState* world : senders) {
    clear_agenda(*world);
    // 4. Evening: new connections become mutual ties, platform and strategy take note.
    tie_mutually(*world);
    close_platform_day(*world);
    world->sender.learn(world->rules.day, world->answers);
    world->strategy->learn(world->rules.day, world->answers);
  }
}

bool nothing_left(const WorldState& world) {
  return world.tellers.empty() && world.scheduled_entries == 0 && !complaints_ahead(world) &&
         world.feed.idle() && !world.customers.any_leaves() &&
         world.strategy->finished(world.rules.day);
}

}  // namespace rapport
