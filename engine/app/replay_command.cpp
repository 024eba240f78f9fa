#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/network_cache_option.hpp"
#include "app/story_text.hpp"
#include "core/failure.hpp"
#include "experiment/replay.hpp"
#include "measures/measures.hpp"

namespace rapport {
namespace {

namespace po = boost::program_options;

CommandUsage replay_usage() {
  CommandUsage usage{.name = "replay",
                     .synopsis = "RESULT.h5 --run K [--person ID] [--folder DIR] [--json]",
                     .meaning =
                         "Runs one run of a result again and checks that every event and every "
                         "measure of it is the same. Runs count from 0 in the order point, "
                         "campaign, replicate. With --person it tells every encounter that moved "
                         "that person's trust and annoyance.",
                     .words = {"result"}};
  usage.options.add_options()("run", po::value<std::int64_t>()->value_name("K"),
                              "position of the run")(
      "person", po::value<std::string>()->value_name("ID"),
      "person to tell of: by number, or as the file of the network writes ids")(
      "folder", po::value<std::string>()->value_name("DIR"),
      "where the files that the scenario names are; default: the folder of the result");
  add_network_cache_option(usage.options);
  add_common_options(usage.options);
  return usage;
}

std::size_t chosen_run(const po::variables_map& values, const Design& design) {
  if (values.count("run") == 0) {
    throw Failure(ExitCode::usage, "no run was named; add --run K");
  }
  // Signed: Boost would read -1 as the largest unsigned number.
  const std::int64_t run = values["run"].as<std::int64_t>();
  if (run >= 0 && run < static_cast<std::int64_t>(design.runs())) {
    return static_cast<std::size_t>(run);
  }
  throw Failure(ExitCode::usage,
                fmt::format("--run {} (the result has runs 0 to {})", run, design.runs() - 1));
}

/// The first measure that differs, in words; empty when none does.
std::string measure_difference(const ResultReader& result, std::size_t position,
                               const RunResult& again) {
  for (std::size_t k = 0; k < measure_count; ++k) {
    const double there = result.final_values(static_cast<Measure>(k))[position];
    if (there == again.final[k]) continue;
    return fmt::format("{}: {} there, {} here", measure_table[k].name, there, again.final[k]);
  }
  return {};
}

void expect_same(const ResultReader& result, std::size_t position, const RunResult& again) {
  const std::uint64_t there = result.digests()[position];
  const std::string difference = measure_difference(result, position, again);
  if (there == again.digest && difference.empty()) return;
  throw Failure(
      ExitCode::bad_data,
      fmt::format("run {} is another one now: digest {:016x} there, {:016x} here{}; "
                  "replay with the rapport that wrote the result",
                  position, there, again.digest, difference.empty() ? "" : ", " + difference));
}

}  // namespace

int replay_command(std::span<const std::string> arguments) {
  const CommandUsage usage = replay_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const CommonOptions options = common_options(*values);
  const std::string path = required_word(*values, usage, "result");
  const ResultReader result = ResultReader::open(path);
  const Design& design = result.design();
  const std::size_t position = chosen_run(*values, design);
  if (result.status()[position] != RunStatus::done) {
    throw Failure(ExitCode::usage, fmt::format("run {} is not done, so there is nothing to check; "
                                               "choose another one",
                                               position));
  }
  const std::string folder = values->count("folder") > 0
                                 ? (*values)["folder"].as<std::string>()
                                 : std::filesystem::path(path).parent_path().string();
  if (result.partial() && !options.quiet) {
    std::cerr << "note: the result is partial\n";
  }
  const RunKey key = design.key(position);
  const Replay replay(design, key, folder, {options.threads, network_cache_option(*values)});
  nlohmann::ordered_json json = {{"run", position},
                                 {"point", key.point},
                                 {"campaign", design.campaigns[key.campaign]},
                                 {"replicate", key.replicate}};
  std::string story;
  if (values->count("person") > 0) {
    const std::string name = (*values)["person"].as<std::string>();
    const PersonStory told = replay.story(replay.person_called(name));
    expect_same(result, position, told.run);
    story = story_text(told, name);
    json["story"] = story_json(told, name);
  } else {
    expect_same(result, position, replay.run());
  }
  const std::string digest = fmt::format("{:016x}", result.digests()[position]);
  json["digest"] = digest;
  json["same"] = true;
  if (options.json) {
    std::cout << json.dump(2) << '\n';
  } else if (!options.quiet) {
    std::cout << fmt::format("same: run {} (point {}, {}, replicate {}), digest {}\n{}", position,
                             key.point, design.campaigns[key.campaign], key.replicate, digest,
                             story);
  }
  return 0;
}

}  // namespace rapport
