#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/export_design.hpp"
#include "app/network_cache_option.hpp"
#include "app/progress_bar.hpp"
#include "app/run_limits.hpp"
#include "app/scenario_argument.hpp"
#include "app/slurm_script.hpp"
#include "app/whole_file.hpp"
#include "core/counted.hpp"
#include "core/failure.hpp"
#include "experiment/memory_needs.hpp"
#include "experiment/pilot.hpp"
#include "experiment/shard_choice.hpp"
#include "results/output_file.hpp"

namespace rapport {
namespace {

namespace po = boost::program_options;

constexpr double pilot_seconds = 3;
/// Trust takes months to pay off; before that a short horizon can turn the ranking round.
constexpr Day payoff_lag_days = 180;  // seed claim N6: a few months to mature
/// What the program itself takes beside networks and worlds.
constexpr double bytes_of_program = 256.0 * 0x1p20;
// Of up to 2,000 people: the sample and its ties, and what becomes of them under each campaign.
constexpr double bytes_of_sample = 0.5 * 0x1p20, bytes_of_pictures = 0.5 * 0x1p20;

CommandUsage plan_usage() {
  CommandUsage usage{.name = "plan",
                     .synopsis = "SCENARIO.toml [--shards N] [--sbatch] [-o RESULT.h5]",
                     .meaning =
                         "Tells how many runs a scenario has and what they will take, after a "
                         "pilot of a few seconds: time, disk, memory, and whether the replicates "
                         "will do. Writes no result. With --sbatch it writes a script that runs "
                         "the shards on Slurm and merges them.",
                     .words = {"scenario"}};
  add_set_option(usage.options);
  add_shards_option(usage.options, "parts to split the runs into");
  add_walltime_option(usage.options,
                      "longest time of a job, with --sbatch; what is left is queued again");
  usage.options.add_options()("sbatch", "write SCENARIO.slurm.sh, a script for Slurm")(
      "output,o", po::value<std::string>(), "result file; default: SCENARIO.h5");
  add_export_option(usage.options);
  add_network_cache_option(usage.options);
  add_common_options(usage.options);
  return usage;
}

struct Plan {
  const Design* design = nullptr;
  std::uint32_t shards = 1;
  NetworkBuilding building;
  Pilot pilot;
  double seconds = 0;  // of one shard, and of the merge
  double disk = 0;     // bytes, all shards together
  double memory = 0;   // bytes, one process
  std::vector<std::string> warnings;
};

void add_warnings(Plan& plan) {
  const Design& design = *plan.design;
  if (design.days < payoff_lag_days) {
    plan.warnings.push_back(fmt::format(
        "the horizon of {} is shorter than the {} days after which trust pays off; a short horizon "
        "can turn the ranking round",
        counted(static_cast<std::uint64_t>(design.days), "day", "days"), payoff_lag_days));
  }
  const auto needed = plan.pilot.replicates_needed;
  if (needed && *needed > design.replicates) {
    const WantedInterval wanted = wanted_interval(design);
    plan.warnings.push_back(fmt::format(
        "{} {} are too few: about {} would be needed to know the difference in {} to {}",
        design.replicates, design.stop.is_set() ? "replicates at most" : "replicates", *needed,
        measure_table[wanted.measure].name,
        wanted.half_width > 0 ? fmt::format("{:g}", wanted.half_width)
                              : fmt::format("{:g} %", 100 * wanted.relative_half_width)));
  }
  const std::size_t parts =
      design.stop.is_set() ? design.points.size() : design.points.size() * design.replicates;
  if (design.campaigns.size() > 1 && plan.pilot.replicates < fewest_replicates_to_tell) {
    plan.warnings.push_back(
        fmt::format("the pilot had time for {} only, too few to tell whether {} will do",
                    counted(plan.pilot.replicates, "replicate", "replicates"), design.replicates));
  }
  if (plan.shards > parts) {
    plan.warnings.push_back(
        fmt::format("of {} shards only {} have anything to do", plan.shards, parts));
  }
}

/// Bytes of all files while the result is written, from above.
double expected_disk(const Design& design, std::uint32_t shards) {
  const auto runs = static_cast<double>(result_bytes(design));
  const double pictures = bytes_of_pictures * static_cast<double>(design.campaigns.size());
  const double journal_and_result = runs + 2 * (bytes_of_sample + pictures);
  if (shards == 1) return journal_and_result;
  // The file of a shard has room for all runs; one of them has the pictures.
  return journal_and_result + shards * (runs / 2 + bytes_of_sample) + pictures;
}

/// The result is written when all runs are done, by few threads; a merge reads and writes all runs
/// once more.
double expected_seconds(const Pilot& pilot, std::size_t runs, std::uint32_t shards,
                        unsigned threads) {
  const double of_shard = static_cast<double>(runs) / shards;
  const double merge = shards == 1 ? 0 : static_cast<double>(runs) * pilot.seconds_to_write_run;
  return pilot.seconds_before +
         of_shard * (pilot.seconds_per_run / threads + pilot.seconds_to_write_run) + merge;
}

Plan make_plan(Study& study, std::uint32_t shards, const NetworkBuilding& building) {
  Plan plan;
  plan.design = &study.design;
  plan.shards = shards;
  plan.building = building;
  plan.pilot = run_pilot(study, building, pilot_seconds);
  const double told = memory_needs(study, building.threads).most() + bytes_of_program;
  plan.memory = std::max(told, plan.pilot.memory);  // of a file nothing was told
  study.design.people = plan.pilot.people;
  plan.disk = expected_disk(study.design, shards);
  plan.seconds = expected_seconds(plan.pilot, study.design.runs(), shards, building.threads);
  add_warnings(plan);
  return plan;
}

std::string size_text(double bytes) {
  return bytes < 0x1p30 ? fmt::format("{:.0f} MiB", std::ceil(bytes * 0x1p-20))
                        : fmt::format("{:.1f} GiB", bytes * 0x1p-30);
}

std::string plan_text(const Plan& plan) {
  const Design& design = *plan.design;
  const std::string shards =
      plan.shards == 1 ? "" : fmt::format(", in {} shards at once", plan.shards);
  return fmt::format(
      "runs:   {}{} ({} x {} x {})\n"
      "time:   about {} on {}{} ({:.3g} s a run, {:.3g} s to write it)\n"
      "disk:   about {} at most, while it is written\n"
      "memory: about {} for each process\n",
      design.stop.is_set() ? "at most " : "", design.runs(),
      counted(design.campaigns.size(), "campaign", "campaigns"),
      counted(design.replicates, "replicate", "replicates"),
      counted(design.points.size(), "point", "points"), duration_text(plan.seconds),
      counted(plan.building.threads, "thread", "threads"), shards, plan.pilot.seconds_per_run,
      plan.pilot.seconds_to_write_run, size_text(plan.disk), size_text(plan.memory));
}

nlohmann::ordered_json plan_json(const Plan& plan) {
  return {{"runs", plan.design->runs()},
          {"at_most", plan.design->stop.is_set()},
          {"shards", plan.shards},
          {"threads", plan.building.threads},
          {"pilot_runs", plan.pilot.runs},
          {"seconds_per_run", plan.pilot.seconds_per_run},
          {"seconds_to_write_run", plan.pilot.seconds_to_write_run},
          {"seconds_before", plan.pilot.seconds_before},
          {"seconds", plan.seconds},
          {"disk_bytes", plan.disk},
          {"memory_bytes", plan.memory},
          {"warnings", plan.warnings}};
}

/// Throws Failure when jobs could not write there, or would name other files than they are to.
void expect_result_of_script(const std::string& result) {
  if (path_of_shard(result, {}) != result) {
    throw Failure(ExitCode::usage,
                  result +
                      " (the script names the files of the shards by itself, and "
                      "merges them into one); give a name without {shard} with -o");
  }
  expect_place_for(result);
}

/// Whole minutes, of which a script leaves one to write what there is.
std::uint64_t most_minutes(const po::variables_map& values) {
  const auto seconds = walltime_option(values);
  if (!seconds) return std::numeric_limits<std::uint64_t>::max();
  if (*seconds >= 120) return *seconds / 60;
  throw Failure(ExitCode::usage,
                fmt::format("--max-walltime {} (a job needs two minutes at least, one of them to "
                            "write what it has); give more",
                            values["max-walltime"].as<std::string>()));
}

std::string write_script(const Plan& plan, const ScenarioText& text, const std::string& result,
                         std::uint64_t most_minutes) {
  const std::string path = std::filesystem::path(text.name).stem().string() + ".slurm.sh";
  const std::string& cache = plan.building.cache.folder;
  // Twice the estimate: other jobs share the machines, and what is cut off has to be queued again.
  const auto minutes = static_cast<std::uint64_t>(std::ceil(2 * plan.seconds / 60)) + 10;
  const SlurmJob job{
      .program = std::filesystem::read_symlink("/proc/self/exe").string(),
      .scenario = std::filesystem::absolute(text.path).string(),
      .overrides = text.overrides,
      .result = std::filesystem::absolute(result).string(),
      .shards = plan.shards,
      .threads = plan.building.threads,
      .network_cache = cache.empty() ? "" : std::filesystem::absolute(cache).string(),
      .megabytes = static_cast<std::uint64_t>(std::ceil(1.25 * plan.memory * 0x1p-20)),
      .minutes = std::min(minutes, most_minutes)};
  write_whole(path, slurm_script(job));
  return path;
}

}  // namespace

int plan_command(std::span<const std::string> arguments) {
  const CommandUsage usage = plan_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const CommonOptions options = common_options(*values);
  const std::uint32_t shards = shards_option(*values).value_or(1);
  const std::uint64_t minutes = most_minutes(*values);
  const std::string scenario = required_word(*values, usage, "scenario");
  const auto argument = read_scenario_argument(scenario, *values);
  if (argument.code != ExitCode::done) return static_cast<int>(argument.code);
  const std::string result = values->count("output") > 0
                                 ? (*values)["output"].as<std::string>()
                                 : std::filesystem::path(scenario).stem().string() + ".h5";
  const bool sbatch = values->count("sbatch") > 0;
  if (sbatch) expect_result_of_script(result);
  if (!sbatch && values->count("max-walltime") > 0) {
    throw Failure(ExitCode::usage,
                  "--max-walltime (it is for the jobs of a script); add --sbatch, or leave it out");
  }
  Study study = lay_out_study(argument.text, "");
  export_design(*values, study.design);
  const Plan plan = make_plan(study, shards, {options.threads, network_cache_option(*values)});
  for (const std::string& warning : plan.warnings) std::cerr << "warning: " << warning << '\n';
  std::string script;
  if (sbatch) script = write_script(plan, argument.text, result, minutes);
  if (options.json) {
    auto json = plan_json(plan);
    if (!script.empty()) json["script"] = script;
    std::cout << json.dump(2) << '\n';
  } else {
    std::cout << plan_text(plan);
    if (!script.empty())
      std::cout << "script: " << script << " (submit with: bash " << shell_word(script) << ")\n";
  }
  return 0;
}

}  // namespace rapport
