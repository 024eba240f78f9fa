#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>

#include "analysis/findings/headline_measures.hpp"
#include "app/ablation_text.hpp"
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/named_in_result.hpp"
#include "app/run_command.hpp"
#include "app/scenario_argument.hpp"
#include "input/did_you_mean.hpp"
#include "mechanisms/registry.hpp"
#include "results/output_file.hpp"
#include "results/output_lock.hpp"

namespace rapport {
namespace {

namespace po = boost::program_options;

CommandUsage ablate_usage() {
  CommandUsage usage{.name = "ablate",
                     .synopsis = "SCENARIO.toml [-o RESULT.h5] [--measure NAME]... [OPTION]...",
                     .meaning =
                         "Runs a scenario once as it is and once with each mechanism off, with "
                         "the same luck, and tells on which of them the difference between the "
                         "campaigns rests.",
                     .words = {"scenario"}};
  add_run_options(usage.options);
  usage.options.add_options()(
      "measure", po::value<std::vector<std::string>>()->composing()->value_name("NAME"),
      "measure to look at, repeatable; default: the leading results");
  return usage;
}

std::vector<Measure> chosen_measures(const po::variables_map& values) {
  if (values.count("measure") == 0) return {headline_result.begin(), headline_result.end()};
  std::vector<Measure> measures;
  for (const auto& name : values["measure"].as<std::vector<std::string>>()) {
    measures.push_back(measure_named(name));
  }
  return measures;
}

/// The sweep with everything on at point 0 and one mechanism off at each other point, as --set
/// takes it: so that it is run, resumed and stored like any other.
std::string ablation_sweep(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const MechanismRow& row : mechanism_rows()) {
    const auto& off = scenario.mechanisms_off;
    if (std::find(off.begin(), off.end(), row.name) == off.end()) names.emplace_back(row.name);
  }
  std::string axes;
  for (std::size_t k = 0; k < names.size(); ++k) {
    std::vector<int> on(names.size() + 1, 1);
    on[k + 1] = 0;
    axes += fmt::format(", \"mechanisms.{}\" = [{}]", names[k], fmt::join(on, ", "));
  }
  return fmt::format("sweep = {{method = \"list\"{}}}", axes);
}

void expect_ablatable(const Scenario& scenario, const std::string& name) {
  if (!scenario.sweep.empty()) {
    throw Failure(ExitCode::usage,
                  fmt::format("{} has a [sweep] (an ablation is one itself); leave it out with "
                              "--set 'sweep={{}}' and choose its point with --set",
                              name));
  }
  if (scenario.campaigns.size() < 2) {
    throw Failure(ExitCode::usage, fmt::format("{} has one campaign (there is no difference to "
                                               "explain); add a second [[campaign]]",
                                               name));
  }
  if (scenario.mechanisms_off.size() == mechanism_rows().size()) {
    throw Failure(ExitCode::usage, fmt::format("{} has every mechanism off already", name));
  }
}

}  // namespace

int ablate_command(std::span<const std::string> arguments) {
  const CommandUsage usage = ablate_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return static_cast<int>(ExitCode::done);
  const std::string scenario = required_word(*values, usage, "scenario");
  const std::vector<Measure> measures = chosen_measures(*values);
  const std::string path = values->count("output") > 0
                               ? output_path(*values)
                               : std::filesystem::path(scenario).stem().string() + "-ablation.h5";
  expect_place_for(path);
  OutputLock::expect_free(path);
  auto argument = read_scenario_argument(scenario, *values, Claims::dropped);
  if (argument.code != ExitCode::done) return static_cast<int>(argument.code);
  expect_ablatable(argument.scenario, argument.text.name);
  argument.text.overrides.push_back(ablation_sweep(argument.scenario));
  const ExitCode code = run_scenario(argument.text, path, *values, std::cerr);
  if (code == ExitCode::stopped) return static_cast<int>(code);
  const ResultReader reader = ResultReader::open(path);
  const Ablation found = ablation(table_of(reader), measures);
  if (values->count("json") > 0) {
    std::cout << ablation_json(found).dump(2) << '\n';
  } else {
    std::cout << ablation_text(found) << "result: " << path << '\n';
  }
  return static_cast<int>(code);
}

}  // namespace rapport
