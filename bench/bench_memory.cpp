// How much memory a second world of the same people takes.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <fstream>
#include <malloc.h>
#include <string>

#include "bench/worlds.hpp"

namespace rapport::bench {
namespace {

/// Bytes of memory this process has, by a name of /proc/self/status: "VmRSS:" now, "VmHWM:" at
/// most.
double resident(const std::string& name) {
  std::ifstream status("/proc/self/status");
  double kibibytes = 0;
  for (std::string word; status >> word;) {
    if (word == name) status >> kibibytes;
  }
  return kibibytes * 1024;
}

/// The most starts from what there is now.
void forget_peak() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
}

// Everybody gets three messages within a month, so that everything is kept of everybody.
void second_world(benchmark::State& state) {
  const auto people = static_cast<std::uint32_t>(state.range(0));
  Campaign blast = campaign("spam-blast", 24);
  blast.settings[0] = 24.0 * 3600.0 / (people / 10.0);
  const World world(people, scenario({blast}, 30, ParameterSet::seed));
  WorldMemory first;
  world.run(first);
  double most = 0;
  for (auto _ : state) {
    WorldMemory second;
    forget_peak();
    const double before = resident("VmRSS:");
    benchmark::DoNotOptimize(world.run(second).digest);
    most = std::max(most, resident("VmHWM:") - before);
  }
  state.counters["bytes_a_person"] = most / people;
}
BENCHMARK(second_world)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport::bench
