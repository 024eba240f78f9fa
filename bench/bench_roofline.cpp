// What the memory allows: a bare kernel that does for each contact what no engine can avoid.
#include <benchmark/benchmark.h>
#include <vector>

#include "core/draw_columns.hpp"
#include "core/elementary.hpp"

namespace rapport::bench {
namespace {

struct Record {
  float trust, annoyance;
  std::uint32_t day, marks;
};

// Random-order change of a 16-byte record with prefetch, one Philox block and two exp2 for a
// contact.
void bare_contacts(benchmark::State& state) {
  constexpr std::size_t batch = 256, contacts = 1 << 20, ahead = 64;
  const auto people = static_cast<std::uint32_t>(state.range(0));
  const Draws draws(1, 0);
  std::vector<Record> records(people, Record{0.5f, 0.5f, 0, 0});
  std::vector<std::uint32_t> target(contacts + ahead), day(batch, 1), sequence(batch, 0);
  for (std::uint32_t k = 0; k < target.size(); ++k) {
    const std::uint64_t word = draws.word(PersonId{k}, 0, 0, Purpose::target);
    target[k] = static_cast<std::uint32_t>((word * people) >> 32);
  }
  std::vector<float> u[4];
  for (auto& lane : u) lane.resize(batch);
  for (auto _ : state) {
    for (std::size_t begin = 0; begin < contacts; begin += batch) {
      draw_columns(draws, {&target[begin], day.data(), sequence.data()}, Purpose::attention, batch,
                   {u[0].data(), u[1].data(), u[2].data(), u[3].data()});
      for (std::size_t i = 0; i < batch; ++i) {
        __builtin_prefetch(&records[target[begin + i + ahead]], 1);
        Record& record = records[target[begin + i]];
        record.trust = record.trust * exp2_kernel(-u[0][i]) + u[1][i] * 0.1f;
        record.annoyance = record.annoyance * exp2_kernel(-u[2][i]) + u[3][i] * 0.1f;
        ++record.marks;
      }
    }
  }
  state.counters["contacts/s"] =
      benchmark::Counter(static_cast<double>(contacts) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}
BENCHMARK(bare_contacts)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport::bench
