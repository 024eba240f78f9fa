// The moving parts of a world, shared by the steps of the day.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "encounter/batch.hpp"
#include "mechanisms/platform.hpp"
#include "mechanisms/registry.hpp"
#include "population/people_set.hpp"
#include "simulation/counts.hpp"
#include "simulation/customers.hpp"
#include "simulation/feed.hpp"
#include "simulation/feelings.hpp"
#include "simulation/first_days.hpp"
#include "simulation/world.hpp"
#include "strategies/strategy.hpp"

namespace rapport {

inline constexpr std::size_t day_steps = 6;

/// The rules that are on, by step, in the registry's order.
struct ActiveRules {
  explicit ActiveRules(const std::vector<std::string>& off);

  void apply(Step step, Batch& batch, const Rules& rules) const {
    for (const RuleFunction rule : by_step[static_cast<std::size_t>(step)]) rule(batch, rules);
  }

  std::array<std::vector<RuleFunction>, day_steps> by_step;
  // Those that also act outside a batch.
  bool platform = true, privacy = true, in_market = true, complaint = true, topic_drift = true,
       credibility = true, feed = true, word_of_mouth = true, opinion_hardening = true,
       churn = true;
};

/// A person who tells others tomorrow.
struct Teller {
  std::uint32_t person;
  bool good;
};

/// Approaches that exist in every world; the strategy's own follow, and after them failures, which
/// stand last.
namespace world_approach {
inline constexpr std::uint8_t good_news = 0, bad_news = 1, inbound = 2, first_of_strategy = 3;
}

/// What people bring along.
struct AtFirst {
  double trust = 0;           // sum of prior trust
  std::int64_t trusting = 0;  // people whose prior trust is above the threshold
};

struct WorldState {
  /// One sender: the campaign's own (slot 0) or one of its rivals (slot 1, 2, ...).
  WorldState(const WorldInputs& inputs, std::uint32_t slot, Relations& relations);

  /// What a person feels at the end of a day; nothing is written back.
  Feelings look(std::uint32_t person, Day day) const {
    return decay.look(relations[person], inputs.population.traits[person].prior_trust(), day);
  }

  /// Makes room for the next day's counts and answers.
  void end_day() {
    today = {};
    answers.clear();
  }

  const WorldInputs& inputs;
  const Campaign& campaign;
  Day horizon;
  Rules rules;
  std::vector<TopicPhases> topic_phases;  // by community, as far as the rules need them
  ActiveRules active;
  Decay decay;
  Crossing trusting, aggravated;
  AtFirst at_first;
  Relations& relations;
  FeelingTotals totals;
  PlatformRecord platform;
  Feed feed;
  SenderMemory sender;
  std::unique_ptr<Strategy> strategy;
  std::vector<Approach> approaches;
  std::vector<std::vector<Encounter>> agenda;  // encounters of the day, by approach

  EncounterLog* log;                // of the campaign's own sender, if there is one
  std::vector<WorldState*> rivals;  // the other senders of this world
  FirstDays first_days;             // of everybody's view, where views harden
  /// By place and person, at most 255; of places where the sender is among rivals and not idle.
  std::array<std::vector<std::uint8_t>, venue_count> touches_today;

  /// People who enter the market on a day, by day.
  std::vector<std::vector<std::uint32_t>> market_entries;
  std::vector<Teller> tellers;  // found today, telling tomorrow
  Customers customers;
  PeopleSet told_good_news;  // have heard somebody praise the sender
  PeopleSet deceived;        // have found out that they were, once or more often
  double failures_due = 0;   // what is left of a failure that has not come about yet
  Answers answers;           // of today
  Counts today;
  std::uint64_t event_hash = 0;
  std::uint64_t encounters = 0;
  std::size_t scheduled_entries = 0;
};

}  // namespace rapport
