// Worlds for tests of the whole engine: scenarios in plain numbers, run replicate by replicate.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/network_source.hpp"
#include "mechanisms/registry.hpp"
#include "simulation/world.hpp"
#include "strategies/registry.hpp"

namespace rapport::test {

// Builds without optimiser or with sanitizers are ten to fifty times as slow.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
inline constexpr std::uint32_t slowness = 10;
#else
inline constexpr std::uint32_t slowness = 1;
#endif

/// So many replicates in a release build, a tenth of them but `at_least` so many in a slow one;
/// every interval is computed from the number that was run.
constexpr std::uint32_t replicates(std::uint32_t in_release, std::uint32_t at_least = 2) {
  return std::max(at_least, in_release / slowness);
}

/// A campaign with the strategy's defaults but for what is `changed`, by name.
inline Campaign campaign(const std::string& strategy, double hours_per_day,
                         std::initializer_list<std::pair<std::string_view, double>> changed = {}) {
  Campaign result;
  result.name = result.strategy = strategy;
  result.hours_per_day = hours_per_day;
  const auto rows = find_strategy(strategy)->parameters;
  for (const ParameterRow& row : rows) result.settings.push_back(row.seed_default);
  for (const auto& [name, value] : changed) {
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const ParameterRow& each) { return each.name == name; });
    if (row == rows.end()) throw std::invalid_argument(std::string(name));
    result.settings[static_cast<std::size_t>(row - rows.begin())] = value;
  }
  return result;
}

/// Seeding of the people with these numbers.
inline Campaign seeding(std::vector<std::uint32_t> ids) {
  Campaign result = campaign("seeding", 1, {{"target", 2}});
  result.ids = std::move(ids);
  return result;
}

inline NetworkSpec network(NetworkKind kind, std::uint32_t people, double mean_degree = 10) {
  NetworkSpec spec;
  spec.kind = kind;
  spec.people = people;
  spec.mean_degree = mean_degree;
  return spec;
}

inline Scenario scenario(ParameterSet set, Day days, const NetworkSpec& network,
                         std::vector<Campaign> campaigns) {
  Scenario result;
  result.horizon_days = days;
  result.parameter_set = set;
  result.parameters = default_parameters(set);
  result.network = network;
  result.campaigns = std::move(campaigns);
  result.daily = DailyOutput::none;
  return result;
}

/// The names of all mechanisms but those to `keep`, as for Scenario::mechanisms_off.
inline std::vector<std::string> all_but(std::initializer_list<std::string_view> keep) {
  std::vector<std::string> off;
  for (const MechanismRow& row : mechanism_rows()) {
    if (std::find(keep.begin(), keep.end(), row.name) == keep.end()) off.emplace_back(row.name);
  }
  return off;
}

/// Runs one campaign in one replicate.
inline RunResult run(const Scenario& scenario, const Network& network, std::uint32_t campaign = 0,
                     std::uint32_t replicate = 0, std::span<const std::uint32_t> pictured = {}) {
  const Population population =
      draw_population(network, scenario.parameters, Draws(scenario.seed, replicate));
  WorldMemory memory;
  return run_world({scenario, network, population, campaign, replicate, pictured}, memory);
}

inline RunResult run(const Scenario& scenario) {
  return run(scenario, build_network(scenario.network, scenario.seed, 0));
}

/// Calls use(result of every campaign) for each replicate.
template <class Use>
void for_each_replicate(const Scenario& scenario, std::uint32_t count, Use use) {
  WorldMemory memory;
  Network network;
  std::vector<RunResult> results(scenario.campaigns.size());
  for (std::uint32_t replicate = 0; replicate < count; ++replicate) {
    if (replicate == 0 || scenario.network.per_replicate) {
      network = build_network(scenario.network, scenario.seed, replicate);
    }
    const Population population =
        draw_population(network, scenario.parameters, Draws(scenario.seed, replicate));
    for (std::uint32_t c = 0; c < results.size(); ++c) {
      results[c] = run_world({scenario, network, population, c, replicate}, memory);
    }
    use(results);
  }
}

inline double final_value(const RunResult& result, Measure measure) {
  return value_of(result.final, measure);
}

}  // namespace rapport::test
