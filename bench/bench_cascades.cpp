// Word of mouth through the engine: how many contacts between a person who tells and a neighbour
// one core handles in a second, as an independent cascade and with feelings.
#include <benchmark/benchmark.h>

#include "bench/worlds.hpp"
#include "input/network_source.hpp"

namespace rapport::bench {
namespace {

// Barabasi-Albert, m = 5: the graph that other simulators were measured on.
Network hubs_and_others(std::uint32_t people) {
  NetworkSpec spec;
  spec.kind = NetworkKind::scale_free;
  spec.people = people;
  spec.mean_degree = 10;
  return build_network(spec, 1, 0);
}

// One person begins; nearly everybody comes to hear and tell. Items are the neighbours of those who
// tell.
void cascade(benchmark::State& state, double feelings) {
  const auto people = static_cast<std::uint32_t>(state.range(0));
  Campaign seeding = campaign("seeding", 1);
  seeding.settings[0] = feelings == 0 ? 1 : people / 100.0;
  Scenario setting = scenario({seeding}, 60, ParameterSet::seed);
  setting.parameters.word_of_mouth.share_probability = 1;
  setting.parameters.word_of_mouth.hear_probability = 0.4;
  setting.parameters.word_of_mouth.feelings = feelings;
  const World world(hubs_and_others(people), setting);
  WorldMemory memory;
  double told = 0;
  for (auto _ : state) {
    const RunResult result = world.run(memory);
    told += value_of(result.final, Measure::advocates);
  }
  const double degree = 2.0 * static_cast<double>(world.network.graph.ties()) / people;
  state.SetItemsProcessed(static_cast<std::int64_t>(told * degree));
}

void independent_cascade(benchmark::State& state) {
  cascade(state, 0);
}
void cascade_with_feelings(benchmark::State& state) {
  cascade(state, 1);
}
BENCHMARK(independent_cascade)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(cascade_with_feelings)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport::bench
