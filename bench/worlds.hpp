// Worlds for the benchmarks: a random network built directly, so that nothing else is measured.
#pragma once

#include <string>
#include <vector>

#include "network/tie_rows.hpp"
#include "simulation/world.hpp"
#include "strategies/registry.hpp"

namespace rapport::bench {

/// People with about `mean_degree` random ties each.
inline Network random_network(std::uint32_t people, double mean_degree) {
  const Draws draws(1, 0);
  const auto count = static_cast<std::uint32_t>(people * mean_degree / 2);
  std::vector<Tie> ties(count);
  const auto person = [people](std::uint32_t word) {
    return static_cast<std::uint32_t>((std::uint64_t{word} * people) >> 32);
  };
  for (std::uint32_t k = 0; k < count; ++k) {
    const DrawBlock words = draws.block(k, 0, 0, Purpose::target);
    ties[k] = {person(words[0]), person(words[1])};
  }
  Network network;
  network.graph = graph_from_ties(people, ties);
  network.community = one_community(people);
  return network;
}

/// One campaign with its strategy's default settings.
inline Campaign campaign(const std::string& strategy, double hours_per_day) {
  Campaign result;
  result.name = strategy;
  result.strategy = strategy;
  result.hours_per_day = hours_per_day;
  for (const ParameterRow& row : find_strategy(strategy)->parameters) {
    result.settings.push_back(row.seed_default);
  }
  return result;
}

/// So many messages a day, whatever a person could write: only their number matters here.
inline Campaign blast(double messages_per_day) {
  Campaign result = campaign("spam-blast", 24);
  result.settings[0] = 24.0 * 3600.0 / messages_per_day;
  return result;
}

inline Scenario scenario(std::vector<Campaign> campaigns, Day days, ParameterSet set) {
  Scenario result;
  result.horizon_days = days;
  result.replicates = 1;
  result.parameter_set = set;
  result.parameters = default_parameters(set);
  result.campaigns = std::move(campaigns);
  return result;
}

/// All mechanisms act, but the platform neither restricts nor throttles: else nothing is delivered.
inline Scenario tolerant_platform(Scenario scenario) {
  scenario.parameters.platform.reports_to_restrict = 1e9;
  scenario.parameters.platform.complaint_target = 1;
  scenario.parameters.platform.complaint_block = 1;
  return scenario;
}

/// Three messages a person within a month, as a blast does before its market is burned.
inline Scenario month_of_blast(std::int64_t people) {
  constexpr Day days = 30;
  return tolerant_platform(
      scenario({blast(static_cast<double>(people) / 10)}, days, ParameterSet::benchmark));
}

/// A world with everything it reads.
struct World {
  World(std::uint32_t people, Scenario chosen)
      : World(random_network(people, 10), std::move(chosen)) {}
  World(Network among, Scenario chosen)
      : setting(std::move(chosen)),
        network(std::move(among)),
        population(draw_population(network, setting.parameters, Draws(setting.seed, 0))) {}

  RunResult run(WorldMemory& memory, const Crew* crew = nullptr) const {
    return run_world({setting, network, population}, memory, crew);
  }

  Scenario setting;
  Network network;
  Population population;
};

}  // namespace rapport::bench
