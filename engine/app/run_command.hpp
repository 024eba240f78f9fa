// What `rapport run` does, for commands that run a scenario on the way to something else.
#pragma once

#include <boost/program_options.hpp>
#include <iosfwd>
#include <string>

#include "core/failure.hpp"
#include "input/scenario_text.hpp"

namespace rapport {

/// Adds --output, --set, --threads, --force, --no-progress and --quiet.
void add_run_options(boost::program_options::options_description& options);

/// The command of a result: only what determines it.
std::string canonical_command_line(const ScenarioText& text);

/// The result file that was named with -o. Throws Failure(usage) when there is none.
std::string output_path(const boost::program_options::variables_map& values);

/// Runs a checked scenario into the file at `path`, or goes on with it; says verdicts and the place
/// of the result on `out`. Gives the exit code.
ExitCode run_scenario(const ScenarioText& text, const std::string& path,
                      const boost::program_options::variables_map& values, std::ostream& out);

}  // namespace rapport
