#include "experiment/replay.hpp"

#include <filesystem>

#include "core/failure.hpp"
#include "experiment/memory_needs.hpp"
#include "experiment/study.hpp"
#include "results/design_difference.hpp"
#include "simulation/world.hpp"

namespace rapport {
namespace {

/// The study of the result with the one point that is to be run.
Study study_of(const Design& design, RunKey key, const std::string& folder) {
  const std::string path =
      (std::filesystem::path(folder) / std::filesystem::path(design.scenario_name).filename())
          .string();
  Study study = lay_out_study({path, design.scenario_name, design.scenario, {}}, "");
  study.design.shard = design.shard;
  const std::string difference = design_difference(design, study.design);
  if (!difference.empty()) {
    throw Failure(ExitCode::bad_data,
                  "this is not the design of the result any more (" + difference +
                      "); replay with the rapport that wrote it, and name the folder of the files "
                      "of its scenario with --folder");
  }
  StudyPoint point = std::move(study.points[key.point]);
  study.points.clear();
  study.points.push_back(std::move(point));
  return study;
}

}  // namespace

RunResult replay_run(const Design& design, RunKey key, const std::string& folder,
                     unsigned threads) {
  Study study = study_of(design, key, folder);
  expect_memory(study, threads);
  build_networks(study);
  const Scenario& scenario = study.points.front().scenario;
  const auto network = study.network_of(0, key.replicate);
  const Population population =
      draw_population(*network, scenario.parameters, Draws(scenario.seed, key.replicate));
  WorldMemory memory;
  return run_world({scenario, *network, population, key.campaign, key.replicate}, memory);
}

}  // namespace rapport
