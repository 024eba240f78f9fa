// The program: picks the subcommand, and turns whatever goes wrong into a message and an exit code.
#include <exception>
#include <fmt/format.h>
#include <iostream>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/text_table.hpp"
#include "app/why_ended.hpp"
#include "core/failure.hpp"
#include "input/did_you_mean.hpp"
#include "results/version.hpp"

namespace {

using rapport::ExitCode;
using rapport::Failure;

std::string help() {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : rapport::command_rows()) {
    rows.push_back({"  " + std::string(row.name), std::string(row.meaning)});
  }
  return "usage: rapport COMMAND ...\n\nSimulates and compares outreach strategies.\n\n" +
         rapport::text_table(rows) +
         "\n  rapport COMMAND --help  explains a command\n"
         "  rapport --version       prints the version\n";
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    std::cerr << help();
    return static_cast<int>(ExitCode::usage);
  }
  const std::string& name = arguments[0];
  if (name == "--help" || name == "-h") {
    std::cout << help();
    return 0;
  }
  if (name == "--version") {
    std::cout << "rapport " << rapport::program_version << '\n';
    return 0;
  }
  std::vector<std::string_view> names;
  for (const auto& row : rapport::command_rows()) {
    if (row.name == name) return row.run(std::span(arguments).subspan(1));
    names.push_back(row.name);
  }
  const auto meant = rapport::nearest_word(name, names);
  throw Failure(ExitCode::usage,
                fmt::format("unknown command \"{}\"{}; see: rapport --help", name,
                            meant.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", meant)));
}

int complain(ExitCode code, std::string_view message) {
  // Mistakes with a place already read "FILE:LINE: error: ...", and to be stopped is none.
  const bool placed = code == ExitCode::stopped ||
                      message.substr(0, message.find('\n')).find(": error: ") != message.npos;
  std::cerr << (placed ? "" : "error: ") << message << (message.ends_with('\n') ? "" : "\n");
  return static_cast<int>(code);
}

}  // namespace

int main(int count, char** words) {
  try {
    const int code = run({words + (count > 0 ? 1 : 0), words + count});
    std::cout.flush();
    if (std::cout) return code;
    return complain(ExitCode::input_output, "cannot write to the standard output (is it full?)");
  } catch (const std::exception& error) {
    const Failure failure = rapport::why_ended(error);
    return complain(failure.code(), failure.what());
  } catch (...) {
    return complain(ExitCode::bug, "this is a mistake of the program; please report it");
  }
}
