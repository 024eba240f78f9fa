#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/export_design.hpp"
#include "app/scenario_argument.hpp"
#include "core/counted.hpp"
#include "experiment/study.hpp"

namespace rapport {
namespace {

CommandUsage check_usage() {
  CommandUsage usage{
      .name = "check",
      .synopsis = "SCENARIO.toml [--set KEY=VALUE]... [-o RESULT.h5] [--export-design CSV]",
      .meaning =
          "Reads and validates a scenario and the files it names, and prints "
          "every mistake; says when it would not fit into memory or on the disk. "
          "Runs nothing.",
      .words = {"scenario"}};
  add_set_option(usage.options);
  usage.options.add_options()(
      "output,o",
      boost::program_options::value<std::string>()->default_value("result.h5", "in this folder"),
      "place of the result, of which only the free disk is looked at");
  add_export_option(usage.options);
  add_common_options(usage.options);
  return usage;
}

/// The study as `run` would begin it. Networks that are drawn are not built: nothing about them can
/// be wrong that was not looked at before.
Study checked_study(const ScenarioText& text, const std::string& path, unsigned threads) {
  Study study = lay_out_study(text, "");
  expect_room(study, path, threads);
  if (study.networks.front().spec.kind != NetworkKind::file) return study;
  build_networks(study, {threads});
  expect_room(study, path, threads);  // the people of a file are known only now
  return study;
}

std::string summary(const std::string& name, const Design& design) {
  const std::string_view bound = design.stop.is_set() ? "at most " : "";
  return fmt::format("{}: {}, {}, {}, {}{}, {}; {}{}\n", name,
                     counted(design.campaigns.size(), "campaign", "campaigns"),
                     counted(design.people, "person", "people"),
                     counted(static_cast<std::uint64_t>(design.days), "day", "days"), bound,
                     counted(design.replicates, "replicate", "replicates"),
                     counted(design.points.size(), "design point", "design points"), bound,
                     counted(design.runs(), "run", "runs"));
}

nlohmann::ordered_json summary_json(const std::string& name, const Design& design) {
  return {{"scenario", name},
          {"campaigns", design.campaigns.size()},
          {"people", design.people},
          {"days", design.days},
          {"replicates", design.replicates},
          {"points", design.points.size()},
          {"runs", design.runs()}};
}

}  // namespace

int check_command(std::span<const std::string> arguments) {
  const CommandUsage usage = check_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const CommonOptions options = common_options(*values);
  const auto argument = read_scenario_argument(required_word(*values, usage, "scenario"), *values);
  if (argument.code != ExitCode::done) return static_cast<int>(argument.code);
  const Study study =
      checked_study(argument.text, (*values)["output"].as<std::string>(), options.threads);
  export_design(*values, study.design);
  if (options.json) {
    std::cout << summary_json(argument.text.name, study.design).dump(2) << '\n';
  } else if (!options.quiet) {
    std::cout << summary(argument.text.name, study.design);
  }
  return 0;
}

}  // namespace rapport
