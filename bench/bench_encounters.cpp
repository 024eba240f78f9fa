// How many delivered sender encounters one core handles in a second, all mechanisms on, and how the
// cost of a campaign depends on people at a fixed number of contacts.
#include <benchmark/benchmark.h>

#include "bench/worlds.hpp"

namespace rapport::bench {
namespace {

// So many messages a day, whatever a person could write: only their number matters here.
Campaign blast(double messages_per_day) {
  Campaign result = campaign("spam-blast", 24);
  result.settings[0] = 24.0 * 3600.0 / messages_per_day;
  return result;
}

// All mechanisms act, but the platform neither restricts nor throttles: else nothing is delivered.
Scenario tolerant_platform(Scenario scenario) {
  scenario.parameters.platform.reports_to_restrict = 1e9;
  scenario.parameters.platform.complaint_target = 1;
  scenario.parameters.platform.complaint_block = 1;
  return scenario;
}

// Three messages a person within a month, as a blast does before its market is burned.
void delivered_encounters(benchmark::State& state) {
  const auto people = static_cast<std::uint32_t>(state.range(0));
  constexpr Day days = 30;
  const World world(
      people, tolerant_platform(scenario({blast(people / 10.0)}, days, ParameterSet::benchmark)));
  WorldMemory memory;
  double delivered = 0;
  std::uint64_t encounters = 0;
  for (auto _ : state) {
    const RunResult result = world.run(memory);
    delivered += value_of(result.final, Measure::messages_delivered);
    encounters += result.encounters;
  }
  state.counters["delivered/s"] = benchmark::Counter(delivered, benchmark::Counter::kIsRate);
  state.counters["encounters/s"] =
      benchmark::Counter(static_cast<double>(encounters), benchmark::Counter::kIsRate);
}
BENCHMARK(delivered_encounters)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

// The same campaign, the same contacts, ever more people: building apart.
void days_at_fixed_contacts(benchmark::State& state) {
  const auto people = static_cast<std::uint32_t>(state.range(0));
  const World world(people, scenario({blast(5'000)}, 180, ParameterSet::seed));
  WorldMemory memory;
  for (auto _ : state) benchmark::DoNotOptimize(world.run(memory).digest);
  state.counters["contacts"] = 5'000 * 180;
}
BENCHMARK(days_at_fixed_contacts)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport::bench
