// What keeping runs costs: into the journal, from there into the result, and finding a result
// complete.
#include <benchmark/benchmark.h>
#include <filesystem>
#include <string>
#include <vector>

#include "experiment/crew_of_threads.hpp"
#include "experiment/run_item.hpp"
#include "experiment/study.hpp"
#include "results/complete_result.hpp"
#include "results/journal_batch.hpp"
#include "results/result_writer.hpp"

namespace rapport::bench {
namespace {

constexpr std::uint32_t some_replicates = 50;

/// Two campaigns of thirty days, small enough for a thousand runs a second.
ScenarioText small_text(std::int64_t replicates) {
  const std::string text = "horizon_days = 30\nreplicates = " + std::to_string(replicates) + R"(
[network]
people = 500
[[campaign]]
name = "Spam blast"
strategy = "spam-blast"
[[campaign]]
name = "Thoughtful engagement"
strategy = "thoughtful-engagement"
)";
  return {"small.toml", "small.toml", text, {}};
}

Study small_study(std::int64_t replicates) {
  return lay_out_study(small_text(replicates), "bench");
}

/// Real runs of the study, each of which stands for many when they are kept.
std::vector<RunRecord> some_runs() {
  const Study study = prepare_study(small_text(some_replicates), "bench");
  WorldMemories memories;
  std::vector<RunRecord> runs;
  for (std::uint32_t replicate = 0; replicate < some_replicates; ++replicate) {
    for (RunRecord& run : run_item(study, {replicate, 0, {0, 1}}, memories, [] { return false; })) {
      run.result.snapshots = {};  // one picture a study is no matter of speed
      runs.push_back(std::move(run));
    }
  }
  return runs;
}

struct Place {
  Place() { std::filesystem::create_directories(folder); }
  ~Place() { std::filesystem::remove_all(folder); }
  std::filesystem::path folder = std::filesystem::temp_directory_path() / "rapport-bench-results";
  std::string result = (folder / "result.h5").string();
};

Journal filled_journal(const std::string& path, const Design& design,
                       const std::vector<RunRecord>& runs) {
  Journal journal = Journal::open(path, design, {});
  JournalBatch batch(journal);
  for (std::uint32_t replicate = 0; replicate < design.replicates; ++replicate) {
    for (std::uint32_t campaign = 0; campaign < 2; ++campaign) {
      RunRecord run = runs[2 * (replicate % some_replicates) + campaign];
      run.key = {0, campaign, replicate};
      batch.take(std::move(run));
      if (batch.is_full()) batch.begin();
    }
  }
  batch.flush();
  return journal;
}

void keep_small_runs(benchmark::State& state) {
  const Study study = small_study(state.range(0) / 2);
  const std::vector<RunRecord> runs = some_runs();
  const Place place;
  for (auto _ : state) filled_journal(place.result, study.design, runs).remove();
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(keep_small_runs)
    ->Arg(10'000)
    ->MeasureProcessCPUTime()  // most of it is in a thread of its own
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void write_small_runs(benchmark::State& state) {
  const Study study = small_study(state.range(0) / 2);
  const Place place;
  Journal journal = filled_journal(place.result, study.design, some_runs());
  const Crew crew = crew_of_threads(2);
  for (auto _ : state) write_result(place.result, journal, crew);
  std::move(journal).remove();
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(write_small_runs)->Arg(10'000)->UseRealTime()->Unit(benchmark::kMillisecond);

void resume_complete_result(benchmark::State& state) {
  const Place place;
  {
    const Study study = small_study(state.range(0) / 2);
    Journal journal = filled_journal(place.result, study.design, some_runs());
    write_result(place.result, journal);
    std::move(journal).remove();
  }
  for (auto _ : state) {
    const Study study = small_study(state.range(0) / 2);
    const auto there = complete_result(place.result, study.design);
    if (!there) state.SkipWithError("the result is not complete");
  }
}
BENCHMARK(resume_complete_result)->Arg(100'000)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rapport::bench
