// How much faster two threads are than one: with a whole study, its worlds in parallel and the
// journal included, and with one large world.
#include <benchmark/benchmark.h>
#include <filesystem>

#include "bench/worlds.hpp"
#include "experiment/crew_of_threads.hpp"
#include "experiment/run_study.hpp"
#include "experiment/study.hpp"

namespace rapport::bench {
namespace {

constexpr const char* text = R"(
title = "Threads"
horizon_days = 90
replicates = 40
[network]
kind = "communities"
people = 20_000
[[campaign]]
name = "Spam blast"
strategy = "spam-blast"
[[campaign]]
name = "Thoughtful engagement"
strategy = "thoughtful-engagement"
)";

void whole_study(benchmark::State& state) {
  const Study study = prepare_study({"threads.toml", "threads.toml", text, {}}, "bench");
  const auto folder = std::filesystem::temp_directory_path() / "rapport-bench-threads";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "result.h5").string();
  for (auto _ : state) {
    Journal journal = Journal::open(path, study.design, study.sample);
    run_study(study, journal, static_cast<unsigned>(state.range(0)), [](const Progress&) {});
    std::move(journal).remove();
  }
  std::filesystem::remove_all(folder);
}
BENCHMARK(whole_study)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

// Building and drawing people apart, made once for both.
void one_world(benchmark::State& state) {
  static const World world(10'000'000, month_of_blast(10'000'000));
  const Crew crew = crew_of_threads(static_cast<unsigned>(state.range(0)));
  WorldMemory memory;
  for (auto _ : state) benchmark::DoNotOptimize(world.run(memory, &crew).digest);
}
BENCHMARK(one_world)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport::bench
