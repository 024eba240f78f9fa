// Collects runs for the journal: one transaction costs a disk sync, so many share one.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <vector>

#include "results/journal.hpp"

namespace rapport {

/// Runs wait for the journal until they take so many bytes: hundreds of small runs, since a commit
/// waits for the disk as long as dozens of them take. As many again may be on their way to it.
inline constexpr std::size_t bytes_of_batch = std::size_t{1} << 19;

class JournalBatch {
 public:
  /// The journal must outlive the batch, and between `begin` and `flush` nobody else may use more
  /// of it than its design.
  explicit JournalBatch(Journal& journal) : journal_(journal) {}
  JournalBatch(const JournalBatch&) = delete;
  JournalBatch& operator=(const JournalBatch&) = delete;

  void take(RunRecord run);
  bool is_full() const { return bytes_ >= bytes_of_batch; }
  bool is_empty() const { return runs_.empty(); }
  /// Begins to put what was taken into the journal, in a thread that waits for the disk meanwhile;
  /// what was begun before is in the journal then. Throws what went wrong with that.
  void begin();
  /// Whether what was begun last has gone wrong, as the next `begin` or `flush` will tell; asked
  /// from any thread.
  bool has_failed() const { return has_failed_; }
  /// Everything taken so far is in the journal. What is not flushed is lost with the object.
  void flush();

 private:
  void write();

  Journal& journal_;
  std::vector<PackedRun> runs_;
  std::size_t bytes_ = 0;  // of `runs_`
  std::vector<PackedRun> on_their_way_;
  std::atomic<bool> has_failed_ = false;
  std::future<void> writing_;  // gone before what it reads
};

}  // namespace rapport
