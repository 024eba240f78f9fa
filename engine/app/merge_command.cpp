#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/run_command.hpp"
#include "app/run_limits.hpp"
#include "app/run_words.hpp"
#include "core/counted.hpp"
#include "core/failure.hpp"
#include "experiment/crew_of_threads.hpp"
#include "experiment/resources.hpp"
#include "experiment/shard_choice.hpp"
#include "results/merge_results.hpp"
#include "results/output_file.hpp"
#include "results/output_lock.hpp"

namespace rapport {
namespace {

namespace po = boost::program_options;

CommandUsage merge_usage() {
  CommandUsage usage{.name = "merge",
                     .synopsis = "-o RESULT.h5 [--shards N] SHARD.h5...",
                     .meaning =
                         "Joins the shards of one experiment into the result that one run of "
                         "everything would have written, byte for byte. Refuses shards of other "
                         "designs, runs that are there twice, and runs that are missing. With "
                         "--shards 3, part-{shard}.h5 stands for part-1-of-3.h5, "
                         "part-2-of-3.h5 and part-3-of-3.h5.",
                     .words = {},
                     .repeated_word = "shard"};
  add_shards_option(usage.options, "how many files {shard} in a name stands for");
  usage.options.add_options()("output,o", po::value<std::string>(), "result file, RESULT.h5")(
      "quiet", "print nothing but mistakes and the result")("json", "print the result as JSON");
  return usage;
}

/// The files that were named, one by one or by {shard}: a command line has no room for thousands.
std::vector<std::string> shard_files(const po::variables_map& values) {
  const auto shards = shards_option(values);
  std::vector<std::string> files;
  for (const std::string& name : values["shard"].as<std::vector<std::string>>()) {
    const bool means_many = path_of_shard(name, {}) != name;
    if (means_many && !shards) {
      throw Failure(ExitCode::usage,
                    name + " (how many shards {shard} stands for is not known); add --shards N");
    }
    if (!means_many && shards) {
      throw Failure(ExitCode::usage, name +
                                         " (no {shard} is in it, which --shards could count); "
                                         "write part-{shard}.h5, or leave --shards out");
    }
    for (std::uint32_t index = 0; index < shards.value_or(1); ++index) {
      files.push_back(path_of_shard(name, {index, shards.value_or(1)}));
    }
  }
  return files;
}

}  // namespace

int merge_command(std::span<const std::string> arguments) {
  const CommandUsage usage = merge_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const std::string path = output_path(*values);
  if (values->count("shard") == 0) {
    throw Failure(ExitCode::usage, "no shard was named; see: rapport merge --help");
  }
  if (path_of_shard(path, {}) != path) {
    throw Failure(ExitCode::usage, path +
                                       " (a merge writes one file, and {shard} names many); "
                                       "give a name without it with -o");
  }
  expect_place_for(path);
  OutputLock::expect_free(path);
  const AbsorbedRuns merged =
      merge_results(path, shard_files(*values), crew_for_writing(allowed_threads()));
  if (values->count("quiet") == 0) {
    say_programs(std::vector(merged.programs.begin(), merged.programs.end()));
  }
  if (values->count("json") > 0) {
    std::cout << nlohmann::ordered_json{{"result", path},
                                        {"runs", merged.runs},
                                        {"failed", merged.failed}}
                     .dump()
              << '\n';
  } else {
    if (values->count("quiet") == 0) {
      std::cerr << "merged: " << counted(merged.runs, "run", "runs") << '\n';
    }
    std::cout << "result: " << path << '\n';
  }
  if (merged.failed == 0) return static_cast<int>(ExitCode::done);
  std::cerr << fmt::format("warning: {} of {} runs failed; the result names them\n", merged.failed,
                           merged.runs);
  return static_cast<int>(ExitCode::some_failed);
}

}  // namespace rapport
