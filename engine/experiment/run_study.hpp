// Runs what is missing of a study, in parallel, into its journal.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "experiment/replicate_targets.hpp"
#include "experiment/run_item.hpp"
#include "experiment/study.hpp"
#include "results/journal.hpp"
#include "results/journal_batch.hpp"

namespace rapport {

/// Replicates of points that are under way at once: twice as many as threads, so that nobody waits
/// and memory stays bounded.
constexpr std::size_t items_under_way(unsigned threads) {
  return std::size_t{2} * threads;
}

struct Progress {
  std::uint64_t done = 0;   // runs that are in the journal or on their way to it
  std::uint64_t total = 0;  // of this shard; grows while a stopping rule wants more
  std::uint64_t failed = 0;
  std::uint64_t encounters = 0;  // of the runs of this session
  std::string failure = {};      // why the first of those that failed did
  bool finished = false;         // nothing is left to be done
};

/// Others who work on the same study: they say what is to be run here, and hear what came of it.
/// `next` and `note` may be called at the same time, each by one thread at a time.
class SharedWork {
 public:
  virtual ~SharedWork() = default;
  /// The next item of this round; nothing at its end.
  virtual std::optional<Item> next() = 0;
  /// Hears of every run that is over.
  virtual void note(const RunNews& run) = 0;
  /// All that was taken in this round is over and in the journal; waits until it is decided whether
  /// there is another round.
  virtual bool another_round() = 0;
};

/// What ends the work before everything is run.
struct RunLimits {
  using Clock = std::chrono::steady_clock;
  StopAsked stop = {};
  /// No run is begun that would not be over by then if it took as long as the longest one so far.
  std::optional<Clock::time_point> deadline = {};
  bool fail_fast = false;  // a failed run is the last one that is begun
};

/// Runs every campaign x replicate x point of the shard that the journal does not hold as done, on
/// `threads` threads, replicates outermost so that what is there is always balanced. With a
/// stopping rule this goes on point by point until the rule is content. Results do not depend on
/// the number of threads. A run that fails is recorded with its message and does not stop the
/// others. `report` is called after each batch of runs, from one thread at a time. When a limit is
/// reached, the runs in hand are finished and kept, and no other is begun.
Progress run_study(const Study& study, Journal& journal, unsigned threads,
                   const std::function<void(const Progress&)>& report,
                   const RunLimits& limits = {});

/// The same for what others say is to be run, whatever else is missing, for as many rounds as they
/// want. When a limit is reached, these threads take no more items.
void run_shared(const Study& study, Journal& journal, unsigned threads, SharedWork& work,
                const RunLimits& limits);

}  // namespace rapport
