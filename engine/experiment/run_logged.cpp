#include "experiment/run_logged.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "core/failure.hpp"
#include "experiment/hand_over.hpp"
#include "simulation/world.hpp"

namespace rapport {

void run_logged(const Study& study, const Scenario& scenario, unsigned threads,
                const LoggedRunOver& over, const StopAsked& stop) {
  const auto campaigns = static_cast<std::uint32_t>(scenario.campaigns.size());
  tbb::enumerable_thread_specific<WorldMemory> memories;
  const auto run = [&](std::uint32_t replicate) {
    const hand_over::Task task;
    const auto network = study.network_of(0, replicate);
    const Population population =
        draw_population(*network, scenario.parameters, Draws(scenario.seed, replicate));
    for (std::uint32_t campaign = 0; campaign < campaigns; ++campaign) {
      if (stop && stop()) throw Failure(ExitCode::stopped, "stopped: nothing is kept");
      TouchLog log;
      const WorldInputs inputs{scenario, *network, population, campaign, replicate, {}, &log};
      over(campaign, replicate, run_world(inputs, memories.local()), log);
    }
  };
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  const hand_over::HandedOut handed_out;
  arena.execute([&] { tbb::parallel_for(std::uint32_t{0}, scenario.replicates, run); });
}

}  // namespace rapport
