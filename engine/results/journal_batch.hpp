// Collects runs for the journal: one transaction costs a disk sync, so many share one.
#pragma once

#include <cstddef>
#include <vector>

#include "results/journal.hpp"

namespace rapport {

/// Runs wait for the journal until they take so many bytes: thousands of small runs, since a commit
/// waits for the disk as long as dozens of them take.
inline constexpr std::size_t bytes_of_batch = std::size_t{2} << 20;

class JournalBatch {
 public:
  /// The journal must outlive the batch.
  explicit JournalBatch(Journal& journal) : journal_(journal) {}

  void take(RunRecord run);
  bool is_full() const { return bytes_ >= bytes_of_batch; }
  bool is_empty() const { return runs_.empty(); }
  /// Everything taken so far is in the journal. What is not flushed is lost with the object.
  void flush();

 private:
  Journal& journal_;
  std::vector<RunRecord> runs_;
  std::size_t bytes_ = 0;
};

}  // namespace rapport
