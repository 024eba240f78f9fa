#include "experiment/run_study.hpp"

#include <chrono>
#include <set>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>
#include <utility>

#include "experiment/hand_over.hpp"
#include "simulation/world.hpp"

namespace rapport {
namespace {

using Clock = std::chrono::steady_clock;
using Memories = tbb::enumerable_thread_specific<WorldMemory>;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The campaigns of one replicate at one point that are still to be run; they share its people.
struct Item {
  std::uint32_t replicate = 0;
  std::uint32_t point = 0;
  std::vector<std::uint32_t> campaigns;
};

std::vector<Item> missing_items(const Study& study, const Journal& journal) {
  const auto finished = journal.finished();
  const std::set<RunKey> done(finished.begin(), finished.end());
  const auto points = static_cast<std::uint32_t>(study.points.size());
  const auto campaigns = static_cast<std::uint32_t>(study.design.campaigns.size());
  std::vector<Item> items;
  for (std::uint32_t replicate = 0; replicate < journal.design().replicates; ++replicate) {
    for (std::uint32_t point = 0; point < points; ++point) {
      Item item{replicate, point, {}};
      for (std::uint32_t campaign = 0; campaign < campaigns; ++campaign) {
        if (!done.contains({point, campaign, replicate})) item.campaigns.push_back(campaign);
      }
      if (!item.campaigns.empty()) items.push_back(std::move(item));
    }
  }
  return items;
}

RunRecord failed(RunKey key, const std::string& message) {
  RunRecord record;
  record.key = key;
  record.status = RunStatus::failed;
  record.message = message;
  return record;
}

RunRecord run_one(const WorldInputs& inputs, RunKey key, Memories& memories) {
  const auto start = Clock::now();
  try {
    RunRecord record;
    record.key = key;
    record.result = run_world(inputs, memories.local());
    record.seconds = seconds_since(start);
    return record;
  } catch (const std::bad_alloc&) {
    return failed(key, "out of memory");
  } catch (const std::exception& error) {
    return failed(key, error.what());
  }
}

/// The runs of an item; those that a wish to stop came before are left out.
std::vector<RunRecord> run_item(const Study& study, const Item& item, Memories& memories,
                                const StopAsked& stop) {
  std::vector<RunRecord> records(item.campaigns.size());
  const auto key = [&](std::size_t k) {
    return RunKey{item.point, item.campaigns[k], item.replicate};
  };
  try {
    const Scenario& scenario = study.points[item.point].scenario;
    const auto network = study.network_of(item.point, item.replicate);
    const Population population =
        draw_population(*network, scenario.parameters, Draws(scenario.seed, item.replicate));
    // Pictures show the first point's network, so they are taken there.
    const bool pictured = item.replicate == 0 && item.point == 0;
    const auto people = pictured ? std::span<const std::uint32_t>(study.sample.person)
                                 : std::span<const std::uint32_t>();
    const auto run = [&](std::size_t k) {
      hand_over::take();
      if (stop()) {
        records[k].status = RunStatus::not_run;
        hand_over::give();
        return;
      }
      records[k] =
          run_one({scenario, *network, population, item.campaigns[k], item.replicate, people},
                  key(k), memories);
      hand_over::give();
    };
    hand_over::give();
    tbb::parallel_for(std::size_t{0}, item.campaigns.size(), run);
    hand_over::take();
  } catch (const std::exception& error) {
    for (std::size_t k = 0; k < records.size(); ++k) records[k] = failed(key(k), error.what());
  }
  std::erase_if(records, [](const auto& record) { return record.status == RunStatus::not_run; });
  return records;
}

std::size_t bytes_of(const RunResult& result) {
  return sizeof(RunRecord) + sizeof(float) * (result.daily.size() + result.final_trust.size() +
                                              result.final_annoyance.size());
}

/// Collects records and hands them to the journal in batches: one transaction costs a disk sync.
class Sink {
 public:
  Sink(Journal& journal, Progress progress, const std::function<void(const Progress&)>& report)
      : journal_(journal), progress_(progress), report_(report) {}

  void take(std::vector<RunRecord> records) {
    for (RunRecord& record : records) {
      progress_.encounters += record.result.encounters;
      progress_.failed += record.status == RunStatus::failed;
      ++progress_.done;
      bytes_ += bytes_of(record.result);
      batch_.push_back(std::move(record));
    }
    if (batch_.size() >= most_runs || bytes_ >= bytes_of_batch ||
        seconds_since(flushed_) > most_seconds) {
      flush();
    }
  }
  void flush() {
    if (batch_.empty()) return;
    journal_.append(batch_);
    batch_.clear();
    bytes_ = 0;
    flushed_ = Clock::now();
    report_(progress_);
  }
  const Progress& progress() const { return progress_; }

 private:
  static constexpr std::size_t most_runs = 256;  // lost at most when the process is killed
  static constexpr double most_seconds = 0.5;
  Journal& journal_;
  Progress progress_;
  const std::function<void(const Progress&)>& report_;
  std::vector<RunRecord> batch_;
  std::size_t bytes_ = 0;
  Clock::time_point flushed_ = Clock::now();
};

}  // namespace

Progress run_study(const Study& study, Journal& journal, unsigned threads,
                   const std::function<void(const Progress&)>& report, const StopAsked& asked) {
  const StopAsked stop = asked ? asked : [] { return false; };
  const auto items = missing_items(study, journal);
  Progress start;
  start.total = journal.design().runs();
  start.done = start.total;
  for (const Item& item : items) start.done -= item.campaigns.size();

  Sink sink(journal, start, report);
  Memories memories;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  std::size_t next = 0;
  // Items leave in order, so no two that are under way wait for the journal in the same place.
  std::vector<std::vector<RunRecord>> waiting(items_under_way(threads));
  const auto draw = [&](tbb::flow_control& flow) {
    hand_over::take();
    const std::size_t k = next++;
    if (k >= items.size() || stop()) flow.stop();
    hand_over::give();
    return k;
  };
  const auto run = [&](std::size_t k) {
    hand_over::take();
    waiting[k % waiting.size()] = run_item(study, items[k], memories, stop);
    hand_over::give();
    return k;
  };
  const auto write = [&](std::size_t k) {
    hand_over::take();
    sink.take(std::exchange(waiting[k % waiting.size()], {}));
    hand_over::give();
  };
  constexpr auto one_by_one = tbb::filter_mode::serial_in_order;
  hand_over::give();
  arena.execute([&] {
    tbb::parallel_pipeline(
        waiting.size(),
        tbb::make_filter<void, std::size_t>(one_by_one, draw) &
            tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel, run) &
            tbb::make_filter<std::size_t, void>(one_by_one, write));
  });
  hand_over::take();
  sink.flush();
  return sink.progress();
}

}  // namespace rapport
