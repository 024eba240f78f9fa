// A small world of known people, run as a whole or day by day.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "simulation/day.hpp"
#include "simulation/world.hpp"
#include "simulation/world_state.hpp"
#include "tests/strategies/sender.hpp"

namespace rapport::test {

/// About `mean_degree` random ties a person; everybody in one community.
inline Network acquaintances(std::uint32_t people, double mean_degree) {
  const Draws draws(1, 0);
  std::vector<Tie> ties;
  for (std::uint32_t k = 0; k < people * mean_degree / 2; ++k) {
    const DrawBlock words = draws.block(k, 0, 0, Purpose::network_tie);
    ties.emplace_back(words[0] % people, words[1] % people);
  }
  return strangers(people, ties);
}

inline Scenario scenario_of(Campaign campaign, Day days, ParameterSet set = ParameterSet::seed) {
  Scenario scenario;
  scenario.horizon_days = days;
  scenario.parameter_set = set;
  scenario.parameters = default_parameters(set);
  scenario.campaigns = {std::move(campaign)};
  return scenario;
}

/// Everything that a run reads.
struct World {
  World(Network ties, Scenario chosen, std::uint32_t run = 0)
      : scenario(std::move(chosen)),
        network(std::move(ties)),
        replicate(run),
        population(draw_population(network, scenario.parameters, Draws(scenario.seed, run))) {}

  WorldInputs inputs(std::span<const std::uint32_t> pictured = {}) const {
    return {scenario, network, population, 0, replicate, pictured};
  }
  RunResult run(std::span<const std::uint32_t> pictured = {}) const {
    WorldMemory memory;
    return run_world(inputs(pictured), memory);
  }

  Scenario scenario;
  Network network;
  std::uint32_t replicate;
  Population population;
};

/// The same world, one day after the other, with its inside open.
class Days {
 public:
  explicit Days(const World& world, const Crew* crew = nullptr)
      : inputs_(world.inputs()),
        relations_(world.network.graph.people()),
        memory_(world.network.graph.people(), crew),
        state_(inputs_, 0, relations_) {}

  WorldState& state() { return state_; }
  Relations& relations() { return relations_; }

  /// Lives through the next day and returns its number; the day's counts stand in state().today.
  Day next() {
    state_.rules.day = ++day_;
    if (day_ > 0) state_.totals.next_day();
    state_.today = {};
    state_.answers.clear();
    live_day(std::array{&state_}, memory_);
    return day_;
  }

 private:
  WorldInputs inputs_;
  Relations relations_;
  DayMemory memory_;
  WorldState state_;
  Day day_ = -1;
};

inline double final_of(const RunResult& result, Measure measure) {
  return value_of(result.final, measure);
}

}  // namespace rapport::test
