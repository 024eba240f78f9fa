#include <fmt/format.h>
#include <iostream>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/scenario_argument.hpp"
#include "experiment/study.hpp"
#include "input/network_source.hpp"
#include "input/sweep_points.hpp"

namespace rapport {
namespace {

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// How many people a file holds, and who is named by number, shows only when it is read.
std::uint32_t people_in_file(const Scenario& scenario) {
  const Network network = build_network(scenario.network, scenario.seed, 0);
  const std::uint32_t people = network.graph.people();
  check_named_people(scenario, people);
  return people;
}

}  // namespace

int check_command(std::span<const std::string> arguments) {
  CommandUsage usage{.name = "check",
                     .synopsis = "SCENARIO.toml [--set KEY=VALUE]...",
                     .meaning =
                         "Reads and validates a scenario and the files it names, and prints "
                         "every mistake. Runs nothing.",
                     .words = {"scenario"}};
  add_set_option(usage.options);
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const auto argument = read_scenario_argument(required_word(*values, usage, "scenario"), *values);
  if (argument.code != ExitCode::done) return static_cast<int>(argument.code);
  const Scenario& scenario = argument.scenario;
  const bool from_file = scenario.network.kind == NetworkKind::file;
  const std::uint32_t people = from_file ? people_in_file(scenario) : scenario.network.people;
  const std::uint64_t points = point_count(scenario.sweep_method, scenario.sweep);
  std::cout << fmt::format(
      "{}: {}, {}, {}, {}, {}; {}\n", argument.text.name,
      counted(scenario.campaigns.size(), "campaign", "campaigns"),
      counted(people, "person", "people"),
      counted(static_cast<std::uint64_t>(scenario.horizon_days), "day", "days"),
      counted(scenario.replicates, "replicate", "replicates"),
      counted(points, "design point", "design points"),
      counted(points * scenario.campaigns.size() * scenario.replicates, "run", "runs"));
  return 0;
}

}  // namespace rapport
