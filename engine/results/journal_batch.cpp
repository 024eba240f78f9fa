#include "results/journal_batch.hpp"

#include <utility>

namespace rapport {

void JournalBatch::take(RunRecord run) {
  const RunResult& result = run.result;
  bytes_ += sizeof(RunRecord) + sizeof(float) * (result.daily.size() + result.final_trust.size() +
                                                 result.final_annoyance.size());
  runs_.push_back(std::move(run));
}

void JournalBatch::flush() {
  if (runs_.empty()) return;
  journal_.append(runs_);
  runs_.clear();
  bytes_ = 0;
}

}  // namespace rapport
