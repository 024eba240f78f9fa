#include "experiment/run_item.hpp"

#include <chrono>
#include <new>
#include <tbb/parallel_for.h>

#include "experiment/crew_of_threads.hpp"
#include "experiment/hand_over.hpp"

namespace rapport {
namespace {

constexpr const char* no_memory = "out of memory";

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

RunRecord failed(RunKey key, const std::string& message) {
  RunRecord record;
  record.key = key;
  record.status = RunStatus::failed;
  record.message = message;
  return record;
}

RunRecord run_one(const WorldInputs& inputs, RunKey key, WorldMemories& memories,
                  const Crew& crew) {
  const auto start = Clock::now();
  try {
    RunRecord record;
    record.key = key;
    record.result = run_world(inputs, memories.local(), &crew);
    record.seconds = seconds_since(start);
    return record;
  } catch (const std::bad_alloc&) {
    return failed(key, no_memory);
  } catch (const std::exception& error) {
    return failed(key, error.what());
  }
}

}  // namespace

std::vector<RunRecord> run_item(const Study& study, const Item& item, WorldMemories& memories,
                                const StopAsked& stop) {
  std::vector<RunRecord> records(item.campaigns.size());
  const auto key = [&](std::size_t k) {
    return RunKey{item.point, item.campaigns[k], item.replicate};
  };
  const Crew crew = crew_of_free_threads();
  try {
    const Scenario scenario = study.scenario_of(item.point);
    const auto network = study.network_of(item.point, item.replicate);
    const Population population =
        draw_population(*network, scenario.parameters, Draws(scenario.seed, item.replicate));
    // Pictures show the first point's network, so they are taken there.
    const bool pictured = item.replicate == 0 && item.point == 0;
    const auto people = pictured ? std::span<const std::uint32_t>(study.sample.person)
                                 : std::span<const std::uint32_t>();
    const auto run = [&](std::size_t k) {
      const hand_over::Task task;
      if (stop()) {
        records[k].status = RunStatus::not_run;
        return;
      }
      records[k] =
          run_one({scenario, *network, population, item.campaigns[k], item.replicate, people},
                  key(k), memories, crew);
    };
    const hand_over::HandedOut handed_out;
    tbb::parallel_for(std::size_t{0}, item.campaigns.size(), run);
  } catch (const std::bad_alloc&) {
    for (std::size_t k = 0; k < records.size(); ++k) records[k] = failed(key(k), no_memory);
  } catch (const std::exception& error) {
    for (std::size_t k = 0; k < records.size(); ++k) records[k] = failed(key(k), error.what());
  }
  std::erase_if(records, [](const auto& record) { return record.status == RunStatus::not_run; });
  return records;
}

}  // namespace rapport
