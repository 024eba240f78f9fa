// The scenario that a subcommand is called with: SCENARIO.toml and its --set options.
#pragma once

#include <boost/program_options.hpp>
#include <cstdint>
#include <string>

#include "input/scenario_reader.hpp"

namespace rapport {

/// Adds --set to the options of a command.
void add_set_option(boost::program_options::options_description& options);

struct ScenarioArgument {
  ScenarioText text;
  Scenario scenario;               // checked when `code` is done
  ExitCode code = ExitCode::done;  // what the mistakes that were printed ask for
};

/// Whether a command judges what the scenario claims. Claims are made of the scenario as it stands,
/// so a command that runs it otherwise drops them.
enum class Claims : std::uint8_t { kept, dropped };

/// Reads the file at `path` with the --set options among `values`, and prints every mistake on
/// stderr. Throws Failure when there is no such file.
ScenarioArgument read_scenario_argument(const std::string& path,
                                        const boost::program_options::variables_map& values,
                                        Claims claims = Claims::kept);

}  // namespace rapport
