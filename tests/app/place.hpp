// A scenario of two campaigns in a folder of its own, and the place of its result.
#pragma once

#include <string>

#include "tests/app/program.hpp"

namespace rapport::test {

/// A folder for one scenario after the other, and the place of their result.
struct ResultPlace {
  TemporaryFolder folder;
  std::string result = folder / "r.h5";

  /// Runs `rapport COMMAND` on a scenario, its result to be written here.
  ProgramRun run(const std::string& command, const std::string& scenario,
                 const std::string& words = "") const {
    const std::string path = folder.write("s.toml", scenario);
    return run_program(command + " '" + path + "' -o '" + result + "' " + words);
  }
};

struct Place {
  Place(int days, int replicates, int people)
      : scenario_path(folder.write("s.toml", R"(# A comment that --set loses.
seed = 3
horizon_days = )" + std::to_string(days) + "\nreplicates = " +
                                                 std::to_string(replicates) + R"(
[network]
people = )" + std::to_string(people) + R"(
[[campaign]]
name = "Blast"
strategy = "spam-blast"
[[campaign]]
name = "Notes"
strategy = "thoughtful-engagement"
)")) {}

  TemporaryFolder folder;
  std::string scenario_path;
  std::string result = folder / "r.h5";
  std::string journal = result + ".part";

  /// Runs the scenario with some more words, as for a shell.
  ProgramRun run(const std::string& words = "") const { return run_into(result, words); }
  ProgramRun run_into(const std::string& path, const std::string& words = "") const {
    return run_program("run '" + scenario_path + "' -o '" + path + "' " + words);
  }
};

/// Two hundred runs that take much longer than it takes to send a signal.
inline Place long_run() {
  return {180, 100, 5'000};
}

}  // namespace rapport::test
