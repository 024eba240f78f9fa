// How many delivered sender encounters one core handles in a second, all mechanisms on, against
// what the memory allows; what each mechanism costs; how the cost of a campaign depends on people
// at a fixed number of contacts, and on contacts at a fixed number of people.
#include <benchmark/benchmark.h>

#include "bench/roofline.hpp"
#include "bench/worlds.hpp"
#include "mechanisms/registry.hpp"

namespace rapport::bench {
namespace {

void meet_plainly(benchmark::State& state) {
  Roofline roofline(static_cast<std::uint32_t>(state.range(0)));
  for (auto _ : state) roofline.meet_all_plainly();
  state.SetItemsProcessed(static_cast<std::int64_t>(Roofline::contacts) * state.iterations());
}
void meet_fully(benchmark::State& state) {
  Roofline roofline(static_cast<std::uint32_t>(state.range(0)));
  for (auto _ : state) roofline.meet_all_fully();
  state.SetItemsProcessed(static_cast<std::int64_t>(Roofline::contacts) * state.iterations());
}

// Items are the delivered encounters.
void run_blast(benchmark::State& state, Scenario scenario) {
  const World world(static_cast<std::uint32_t>(state.range(0)), std::move(scenario));
  WorldMemory memory;
  double delivered = 0;
  std::uint64_t encounters = 0;
  for (auto _ : state) {
    const RunResult result = world.run(memory);
    delivered += value_of(result.final, Measure::messages_delivered);
    encounters += result.encounters;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(delivered));
  state.counters["encounters/s"] =
      benchmark::Counter(static_cast<double>(encounters), benchmark::Counter::kIsRate);
}

void delivered_encounters(benchmark::State& state) {
  run_blast(state, month_of_blast(state.range(0)));
}

void people_from_ten_thousand(benchmark::internal::Benchmark* b) {
  b->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);
}
BENCHMARK(meet_plainly)->Apply(people_from_ten_thousand);
BENCHMARK(meet_fully)->Apply(people_from_ten_thousand);
BENCHMARK(delivered_encounters)->Apply(people_from_ten_thousand);

// The mechanisms of the first version alone: of the later ones those that act on every message.
void first_fourteen_mechanisms(benchmark::State& state) {
  Scenario scenario = month_of_blast(state.range(0));
  scenario.mechanisms_off = {
      "complaint",   "topic-drift", "opinion-hardening", "rivalry", "reciprocity",
      "credibility", "feed",        "deception",         "churn",   "suspicion",
      "permission",  "norms",       "brand-pull"};
  run_blast(state, std::move(scenario));
}
BENCHMARK(first_fourteen_mechanisms)->Arg(100'000)->Unit(benchmark::kMillisecond);

// One mechanism off at a time: what it costs is the difference. Those that nothing meets in this
// campaign cost nothing whether on or off.
void without_mechanism(benchmark::State& state) {
  Scenario scenario = month_of_blast(state.range(0));
  const MechanismRow& off = mechanism_rows()[static_cast<std::size_t>(state.range(1))];
  scenario.mechanisms_off = {std::string(off.name)};
  state.SetLabel(std::string(off.name));
  run_blast(state, std::move(scenario));
}
BENCHMARK(without_mechanism)
    ->ArgsProduct(
        {{100'000},
         benchmark::CreateDenseRange(0, static_cast<std::int64_t>(mechanism_rows().size()) - 1, 1)})
    ->Unit(benchmark::kMillisecond);

// The same campaign, the same contacts, ever more people: building apart.
void days_at_fixed_contacts(benchmark::State& state) {
  const auto people = static_cast<std::uint32_t>(state.range(0));
  const World world(people, scenario({blast(5'000)}, 180, ParameterSet::seed));
  WorldMemory memory;
  for (auto _ : state) benchmark::DoNotOptimize(world.run(memory).digest);
  state.counters["contacts"] = 5'000 * 180;
}
BENCHMARK(days_at_fixed_contacts)->Apply(people_from_ten_thousand);

// Ever more contacts with the same people.
void contacts_at_fixed_people(benchmark::State& state) {
  const World world(
      1'000'000, scenario({blast(static_cast<double>(state.range(0)))}, 180, ParameterSet::seed));
  WorldMemory memory;
  for (auto _ : state) benchmark::DoNotOptimize(world.run(memory).digest);
  state.SetItemsProcessed(state.range(0) * 180 * state.iterations());
}
BENCHMARK(contacts_at_fixed_people)
    ->RangeMultiplier(4)
    ->Range(1'000, 64'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport::bench
