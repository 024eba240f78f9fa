#include "experiment/run_study.hpp"

#include <algorithm>
#include <atomic>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>
#include <utility>

#include "experiment/hand_over.hpp"
#include "experiment/turns.hpp"

namespace rapport {
namespace {

using Clock = RunLimits::Clock;

/// Whether another run may be begun; asked from any thread.
class Gate {
 public:
  explicit Gate(const RunLimits& limits) : limits_(limits) {}

  bool closed() const {
    if (failed_ || (limits_.stop && limits_.stop())) return true;
    if (!limits_.deadline) return false;
    const std::chrono::duration<double> longest(longest_.load());
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(longest) >= *limits_.deadline;
  }
  /// Called by one thread at a time.
  void note(const RunRecord& run) {
    longest_ = std::max(longest_.load(), run.seconds);
    if (limits_.fail_fast && run.status == RunStatus::failed) failed_ = true;
  }

 private:
  const RunLimits& limits_;
  std::atomic<double> longest_ = 0;  // seconds
  std::atomic<bool> failed_ = false;
};

/// Takes in runs that are over and hands them to the journal in batches.
class Sink {
 public:
  Sink(Journal& journal, Progress progress, const std::function<void(const Progress&)>& report)
      : batch_(journal), progress_(std::move(progress)), report_(report) {}

  void take(RunRecord run) {
    progress_.encounters += run.result.encounters;
    if (run.status == RunStatus::failed && progress_.failed++ == 0) progress_.failure = run.message;
    ++progress_.done;
    batch_.take(std::move(run));
  }
  void begin_when_due() {
    if (batch_.is_empty()) return;
    if (!batch_.is_full() && Clock::now() - begun_ <= longest_wait) return;
    batch_.begin();
    begun_ = Clock::now();
    report_(progress_);
  }
  void flush() {
    const bool unreported = !batch_.is_empty();
    batch_.flush();
    if (unreported) report_(progress_);
  }
  /// Whether the journal takes no more runs; asked from any thread.
  bool has_failed() const { return batch_.has_failed(); }
  Progress& progress() { return progress_; }

 private:
  static constexpr auto longest_wait = std::chrono::milliseconds(500);
  JournalBatch batch_;
  Progress progress_;
  const std::function<void(const Progress&)>& report_;
  Clock::time_point begun_ = Clock::now();
};

/// Where items of a round come from, and who hears of each run.
struct Round {
  std::function<std::optional<Item>()> next;
  std::function<void(const RunNews&)> note;
};

/// Threads that run items into the journal.
class Workers {
 public:
  Workers(const Study& study, Journal& journal, unsigned threads,
          const std::function<void(const Progress&)>& report, const RunLimits& limits)
      : study_(study),
        rule_(journal.design().stop),
        gate_(limits),
        sink_(journal, {}, report),
        limit_(tbb::global_control::max_allowed_parallelism, threads),
        arena_(static_cast<int>(threads)),
        slots_(items_under_way(threads)) {}

  Progress& progress() { return sink_.progress(); }

  /// Everything that the round gives, until a limit is reached; all of it is in the journal then.
  void run(const Round& round) {
    run_all(round);
    sink_.flush();
  }

 private:
  /// An item under way and, later, its runs.
  struct Slot {
    Item item;
    std::vector<RunRecord> runs;
  };

  bool is_over() const { return gate_.closed() || sink_.has_failed(); }

  void run_all(const Round& round) {
    const auto draw = [&](tbb::flow_control& flow) {
      const hand_over::Task task;
      auto item = is_over() ? std::nullopt : round.next();
      const std::size_t k = drawn_++ % slots_.size();
      // Items leave in order, so no two that are under way have the same slot.
      if (item) slots_[k].item = std::move(*item);
      if (!item) flow.stop();
      return k;
    };
    const auto run = [&](std::size_t k) {
      const hand_over::Task task;
      slots_[k].runs = run_item(study_, slots_[k].item, memories_, [&] { return is_over(); });
      return k;
    };
    const auto keep = [&](std::size_t k) {
      const hand_over::Task task;
      for (RunRecord& run : std::exchange(slots_[k].runs, {})) {
        gate_.note(run);
        round.note(news_of(run, rule_));
        sink_.take(std::move(run));
      }
      sink_.begin_when_due();
    };
    constexpr auto one_by_one = tbb::filter_mode::serial_in_order;
    drawn_ = 0;
    const hand_over::HandedOut handed_out;
    arena_.execute([&] {
      tbb::parallel_pipeline(
          slots_.size(),
          tbb::make_filter<void, std::size_t>(one_by_one, draw) &
              tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel, run) &
              tbb::make_filter<std::size_t, void>(one_by_one, keep));
    });
  }

  const Study& study_;
  const StopRule& rule_;
  Gate gate_;
  Sink sink_;
  WorldMemories memories_;
  tbb::global_control limit_;
  tbb::task_arena arena_;
  std::vector<Slot> slots_;
  std::size_t drawn_ = 0;
};

}  // namespace

void run_shared(const Study& study, Journal& journal, unsigned threads, SharedWork& work,
                const RunLimits& limits) {
  const std::function<void(const Progress&)> silent = [](const Progress&) {};
  Workers workers(study, journal, threads, silent, limits);
  do {
    workers.run({[&] { return work.next(); }, [&](const RunNews& run) { work.note(run); }});
  } while (work.another_round());
}

Progress run_study(const Study& study, Journal& journal, unsigned threads,
                   const std::function<void(const Progress&)>& report, const RunLimits& limits) {
  Workers workers(study, journal, threads, report, limits);
  Turns turns(journal);
  Progress& progress = workers.progress();
  do {
    progress.total = turns.runs();
    progress.done = progress.total - turns.missing();
    workers.run({[&] { return turns.next(); }, [&](const RunNews& run) { turns.note(run); }});
    if (progress.done < progress.total) return progress;
  } while (turns.advance());
  progress.finished = true;
  if (journal.design().stop.is_set()) journal.note_needed(turns.needed());
  return progress;
}

}  // namespace rapport
