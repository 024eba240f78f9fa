// How long networks take to generate, and how fast one is read from a text file.
#include <benchmark/benchmark.h>
#include <filesystem>
#include <fstream>

#include "experiment/crew_of_threads.hpp"
#include "input/network_file.hpp"
#include "input/network_source.hpp"

namespace rapport::bench {
namespace {

constexpr std::uint32_t people = 1'000'000;

void generate(benchmark::State& state, NetworkKind kind) {
  const Crew crew = crew_of_threads(static_cast<unsigned>(state.range(0)));
  NetworkSpec spec;
  spec.kind = kind;
  spec.people = people;
  spec.mean_degree = 10;
  for (auto _ : state) benchmark::DoNotOptimize(build_network(spec, 1, 0, crew).graph.ties());
}

void on_one_and_two_threads(benchmark::internal::Benchmark* b) {
  b->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
}
BENCHMARK_CAPTURE(generate, communities, NetworkKind::communities)->Apply(on_one_and_two_threads);
BENCHMARK_CAPTURE(generate, scale_free, NetworkKind::scale_free)->Apply(on_one_and_two_threads);
BENCHMARK_CAPTURE(generate, small_world, NetworkKind::small_world)->Apply(on_one_and_two_threads);
BENCHMARK_CAPTURE(generate, random, NetworkKind::random)->Apply(on_one_and_two_threads);

// One tie a line, as downloads have them.
void read_text(benchmark::State& state) {
  NetworkSpec spec;
  spec.kind = NetworkKind::random;
  spec.people = people;
  spec.mean_degree = 10;
  const Network network = build_network(spec, 1, 0);
  const std::string path = std::filesystem::temp_directory_path() / "rapport-bench-ties.txt";
  {
    std::ofstream file(path);
    for (std::uint32_t a = 0; a < people; ++a) {
      for (const std::uint32_t b : network.graph.neighbours(a)) {
        if (a < b) file << a << ' ' << b << '\n';
      }
    }
  }
  for (auto _ : state) benchmark::DoNotOptimize(read_network(path, "").reading.ties);
  state.SetBytesProcessed(static_cast<std::int64_t>(std::filesystem::file_size(path)) *
                          state.iterations());
  std::filesystem::remove(path);
}
BENCHMARK(read_text)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport::bench
