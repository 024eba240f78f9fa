#include "results/absorb_runs.hpp"

#include "results/journal_batch.hpp"

namespace rapport {

AbsorbedRuns absorb_runs(Journal& journal, const RunSource& source) {
  AbsorbedRuns absorbed;
  JournalBatch batch(journal);
  source.for_each_run([&](const RunRecord& run) {
    ++absorbed.runs;
    absorbed.failed += run.status == RunStatus::failed;
    batch.take(run);
    if (batch.is_full()) batch.flush();
  });
  batch.flush();
  return absorbed;
}

}  // namespace rapport
