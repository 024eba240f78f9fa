// The table of subcommands: one file each, one row each.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rapport {

/// Takes the words after the command's name and gives the program's exit code. Results go to
/// stdout, talk to stderr; throws Failure for what cannot be done.
using CommandFunction = int (*)(std::span<const std::string> arguments);

struct CommandRow {
  std::string_view name;
  std::string_view meaning;
  CommandFunction run;
};

/// All subcommands, in the order of the help.
std::span<const CommandRow> command_rows();

int run_command(std::span<const std::string> arguments);
int ablate_command(std::span<const std::string> arguments);
int attribute_command(std::span<const std::string> arguments);
int compare_command(std::span<const std::string> arguments);
int report_command(std::span<const std::string> arguments);
int sensitivity_command(std::span<const std::string> arguments);
int verify_command(std::span<const std::string> arguments);
int replay_command(std::span<const std::string> arguments);
int plan_command(std::span<const std::string> arguments);
int merge_command(std::span<const std::string> arguments);
int calibrate_command(std::span<const std::string> arguments);
int check_command(std::span<const std::string> arguments);
int list_command(std::span<const std::string> arguments);
int init_command(std::span<const std::string> arguments);

}  // namespace rapport
