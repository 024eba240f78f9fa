#include "experiment/replay.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fmt/format.h>

#include "core/failure.hpp"
#include "experiment/memory_needs.hpp"
#include "input/characters.hpp"
#include "results/design_difference.hpp"
#include "simulation/world.hpp"

namespace rapport {
namespace {

/// The study that the text in the result describes, with the files that it names from `folder`.
Study study_in(const Design& design, const std::string& folder) {
  const std::string path =
      (std::filesystem::path(folder) / std::filesystem::path(design.scenario_name).filename())
          .string();
  try {
    return lay_out_study({path, design.scenario_name, design.scenario, {}}, "");
  } catch (const Failure& failure) {
    if (failure.code() != ExitCode::missing_input) throw;
    std::string text = failure.what();
    if (!text.ends_with('\n')) text += '\n';
    throw Failure(failure.code(),
                  fmt::format("{}the files of the scenario are looked for in {}; name their folder "
                              "with --folder",
                              text, folder.empty() ? "this folder" : folder));
  }
}

/// The study of the result with the one point that is to be run.
Study study_of(const Design& design, RunKey key, const std::string& folder) {
  Study study = study_in(design, folder);
  study.design.shard = design.shard;
  const std::string difference = design_difference(design, study.design);
  if (!difference.empty()) {
    throw Failure(ExitCode::bad_data,
                  "this is not the design of the result any more (" + difference +
                      "); replay with the rapport that wrote it, and name the folder of the files "
                      "of its scenario with --folder");
  }
  return at_points(std::move(study), {key.point});
}

}  // namespace

Replay::Replay(const Design& design, RunKey key, const std::string& folder,
               const NetworkBuilding& building)
    : study_(study_of(design, key, folder)), key_(key) {
  expect_memory(study_, building.threads);
  build_networks(study_, building);
  scenario_ = study_.scenario_of(0);
  network_ = study_.network_of(0, key.replicate);
  population_ =
      draw_population(*network_, scenario_.parameters, Draws(scenario_.seed, key.replicate));
}

WorldInputs Replay::inputs() const {
  return {scenario_, *network_, population_, key_.campaign, key_.replicate};
}

RunResult Replay::run() const {
  WorldMemory memory;
  return run_world(inputs(), memory);
}

PersonStory Replay::story(std::uint32_t person) const {
  return story_of(inputs(), person);
}

std::uint32_t Replay::person_called(const std::string& text) const {
  const std::uint32_t people = network_->graph.people();
  const auto& labels = network_->labels;
  const auto found = std::find(labels.begin(), labels.end(), text);
  if (found != labels.end()) return static_cast<std::uint32_t>(found - labels.begin());
  std::uint32_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (labels.empty() && read.ec == std::errc{} && read.ptr == end && number < people) {
    return number;
  }
  throw Failure(ExitCode::usage,
                labels.empty()
                    ? fmt::format("there is no person {} (they are numbered 0 to {})",
                                  printable(text), people - 1)
                    : fmt::format("the file of the network has no person {}; write ids as they "
                                  "stand there",
                                  printable(text)));
}

}  // namespace rapport
