#include "app/commands.hpp"

#include <array>

namespace rapport {
namespace {

constexpr auto rows = std::to_array<CommandRow>({
    {"run", "run all campaigns of a scenario and write the result", run_command},
    {"plan", "tell how long a scenario takes, and write a script for a cluster", plan_command},
    {"merge", "join the shards of an experiment into one result", merge_command},
    {"verify", "check that a result is what was written", verify_command},
    {"replay", "run one run of a result again and check that it is the same", replay_command},
    {"compare", "tell which campaign works better, by how much, how surely", compare_command},
    {"report", "write one page with the answer, charts and tables", report_command},
    {"sensitivity", "tell which swept parameters the difference between campaigns depends on",
     sensitivity_command},
    {"ablate", "tell on which mechanisms the difference between campaigns rests", ablate_command},
    {"attribute", "tell what each campaign added to sales, and what attribution claims",
     attribute_command},
    {"check", "read and validate a scenario, run nothing", check_command},
    {"list", "print strategies, mechanisms, metrics, networks or parameters", list_command},
    {"init", "write a commented scenario to start from", init_command},
    {"calibrate", "solve the intercepts behind the default parameters", calibrate_command},
});

}  // namespace

std::span<const CommandRow> command_rows() {
  return rows;
}

}  // namespace rapport
