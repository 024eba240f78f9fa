// Rank 0: hands out the items of a study to all ranks, whoever is free takes the next, and decides
// after each round whether there is another.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "experiment/run_study.hpp"
#include "experiment/turns.hpp"

namespace rapport::mpi {

/// The work of rank 0's own threads, shared with the other ranks by `serve` on another thread.
class TurnKeeper : public SharedWork {
 public:
  enum class AfterFailure : std::uint8_t { go_on, hand_out_nothing };

  /// The journal must outlive it.
  TurnKeeper(const Journal& journal, AfterFailure after_failure);

  std::optional<Item> next() override;
  void note(const RunNews& run) override;
  bool another_round() override;

  /// Answers the other ranks, round by round, until there is no other. For one thread, the only one
  /// of the process that uses MPI meanwhile.
  void serve(int ranks);
  /// Rank 0's own threads have ended with an error: nothing more is handed out.
  void give_up();

  // After `serve`.
  /// Every run that is wanted was made, be it with a failure.
  bool finished() const { return finished_; }
  std::uint64_t failed() const { return failed_; }
  std::vector<NeededReplicates> needed() const { return turns_.needed(); }

 private:
  /// Answers until all other ranks, which are then returned, and rank 0 itself wait for a verdict.
  std::vector<int> serve_round(int ranks);
  /// Whether there is another round; rank 0's own threads hear of it.
  bool judge();

  mutable std::mutex mutex_;
  std::condition_variable judged_;
  Turns turns_;
  AfterFailure after_failure_;
  std::uint64_t open_ = 0;  // runs that were handed out and not heard of since
  std::uint64_t failed_ = 0;
  bool closed_ = false;     // nothing more is handed out
  bool own_waits_ = false;  // rank 0's threads are at the end of the round
  bool own_gone_ = false;   // or will not come there any more
  bool goes_on_ = false;    // the last verdict
  bool finished_ = false;
};

}  // namespace rapport::mpi
