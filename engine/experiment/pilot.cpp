#include "experiment/pilot.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <numeric>
#include <set>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include "core/failure.hpp"
#include "experiment/crew_of_threads.hpp"
#include "experiment/memory_needs.hpp"
#include "experiment/resources.hpp"
#include "experiment/run_item.hpp"
#include "experiment/writing_pilot.hpp"
#include "measures/measures.hpp"
#include "statistics/luck.hpp"
#include "statistics/paired.hpp"
#include "statistics/replicates_needed.hpp"
#include "statistics/simultaneous.hpp"

namespace rapport {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::uint32_t most_replicates = 50;

/// The study at its first, middle and last point.
Study at_few_points(Study study) {
  const std::size_t last = study.points.size() - 1;
  const std::set<std::size_t> few{0, last / 2, last};
  return at_points(std::move(study), {few.begin(), few.end()});
}

/// Values of the measure, [point][campaign][replicate].
using Values = std::vector<std::vector<std::vector<double>>>;

/// As `compare` and the stopping rule would judge: the intervals hold for all campaigns at once.
std::optional<std::uint64_t> needed_at(const std::vector<std::vector<double>>& point,
                                       std::uint32_t baseline, const WantedInterval& wanted,
                                       MaxT& max_t) {
  const std::size_t count = point[baseline].size();
  if (count < fewest_replicates_to_tell) return std::nullopt;
  std::vector<std::vector<double>> differences;
  for (std::size_t k = 0; k < point.size(); ++k) {
    if (k != baseline) differences.push_back(paired_differences(point[k], point[baseline]));
  }
  const double single = t_critical_value(static_cast<double>(count - 1));
  const double inflation = max_t.critical_value(differences) / single;
  std::uint64_t most = 0;
  for (const std::vector<double>& each : differences) {
    const Sample difference = describe(each);
    const double width =
        std::max(wanted.half_width, wanted.relative_half_width * std::fabs(difference.mean));
    const auto needed = replicates_needed(difference.standard_deviation, width, inflation);
    if (needed) most = std::max<std::uint64_t>(most, *needed);
  }
  return most == 0 ? std::nullopt : std::optional(most);
}

/// What all threads of this process have used: others on the machine take no part in it.
double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct TriedRuns {
  std::uint64_t count = 0;
  Values values;
  std::vector<RunRecord> first;  // the first replicate of the first point
};

/// Replicate after replicate of all points until the seconds have passed.
TriedRuns try_runs(const Study& study, unsigned threads, double seconds, std::size_t measure) {
  const std::size_t campaigns = study.design.campaigns.size();
  std::vector<std::uint32_t> all(campaigns);
  std::iota(all.begin(), all.end(), 0u);
  TriedRuns tried;
  tried.values.assign(study.points.size(), std::vector<std::vector<double>>(campaigns));
  WorldMemories memories;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(seconds));
  for (std::uint32_t replicate = 0; replicate < most_replicates; ++replicate) {
    for (std::uint32_t point = 0; point < study.points.size(); ++point) {
      if (replicate > 0 && Clock::now() >= end) break;
      const Item item{replicate, point, all};
      auto runs =
          arena.execute([&] { return run_item(study, item, memories, [] { return false; }); });
      for (const RunRecord& run : runs) {
        if (run.status == RunStatus::failed) throw Failure(ExitCode::bad_data, run.message);
        ++tried.count;
        tried.values[point][run.key.campaign].push_back(run.result.final[measure]);
      }
      if (tried.first.empty()) tried.first = std::move(runs);
    }
  }
  return tried;
}

}  // namespace

WantedInterval wanted_interval(const Design& design) {
  const StopRule& rule = design.stop;
  const std::string name = rule.is_set() ? rule.metric : "relationship_equity";
  const auto found = std::ranges::find(measure_table, name, &MeasureRow::name);
  WantedInterval wanted{static_cast<std::size_t>(found - measure_table.begin())};
  wanted.half_width = rule.half_width > 0 ? rule.half_width : rule.indifference;
  wanted.relative_half_width = rule.is_set() ? rule.relative_half_width : 0.1;
  return wanted;
}

Pilot run_pilot(Study whole, const NetworkBuilding& building, double seconds) {
  const unsigned threads = building.threads;
  const WantedInterval wanted = wanted_interval(whole.design);
  const auto networks_of_all = static_cast<double>(whole.networks.size());
  Study study = at_few_points(std::move(whole));
  expect_memory(study, threads);
  Pilot pilot;
  const double start = processor_seconds();
  build_networks(study, building);
  const double built = processor_seconds();
  pilot.seconds_before =
      (built - start) * networks_of_all / static_cast<double>(study.networks.size());
  pilot.people = study.design.people;
  pilot.memory = static_cast<double>(most_memory()) + memory_needs(study, threads).worlds;
  const TriedRuns tried = try_runs(study, threads, seconds, wanted.measure);
  pilot.runs = tried.count;
  // Replicates of the last point come last.
  pilot.replicates = static_cast<std::uint32_t>(tried.values.back().front().size());
  pilot.seconds_per_run = (processor_seconds() - built) / static_cast<double>(tried.count);
  pilot.seconds_to_write_run =
      seconds_to_write_run(study.design, tried.first, crew_for_writing(threads));
  MaxT max_t(luck_of_statistics(study.design.seed));
  for (const auto& point : tried.values) {
    const auto needed = needed_at(point, study.design.baseline, wanted, max_t);
    if (needed) pilot.replicates_needed = std::max(pilot.replicates_needed.value_or(0), *needed);
  }
  return pilot;
}

}  // namespace rapport
