#include "results/journal_batch.hpp"

#include <utility>

namespace rapport {

void JournalBatch::take(RunRecord run) {
  runs_.emplace_back(std::move(run));
  bytes_ += runs_.back().bytes();
}

void JournalBatch::begin() {
  if (writing_.valid()) writing_.get();
  std::swap(on_their_way_, runs_);
  bytes_ = 0;
  if (on_their_way_.empty()) return;
  // Where the system has no thread left it is done when it is waited for.
  constexpr auto beside_if_possible = std::launch::async | std::launch::deferred;
  writing_ = std::async(beside_if_possible, [this] { write(); });
}

void JournalBatch::write() {
  try {
    journal_.append(on_their_way_);
  } catch (...) {
    has_failed_ = true;
    on_their_way_.clear();
    throw;
  }
  on_their_way_.clear();  // their room is for the next ones, but people's feelings may be large
}

void JournalBatch::flush() {
  begin();
  if (writing_.valid()) writing_.get();
}

}  // namespace rapport
