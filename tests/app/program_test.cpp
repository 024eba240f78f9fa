// The program around its commands: help, usage mistakes, output that cannot be written.
#include "tests/app/program.hpp"

#include <catch2/catch.hpp>

#include "app/commands.hpp"

using rapport::test::run_program;

TEST_CASE("Help names every command and goes to stdout") {
  const auto run = run_program("--help");
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  for (const auto& row : rapport::command_rows()) {
    INFO(row.name);
    CHECK(run.out.find("  " + std::string(row.name) + " ") != std::string::npos);
    const auto own = run_program(std::string(row.name) + " --help");
    CHECK(own.code == 0);
    CHECK(own.out.starts_with("usage: rapport " + std::string(row.name) + " "));
  }
}

TEST_CASE("Without a command the help goes to stderr with exit code 2") {
  const auto run = run_program("");
  CHECK(run.code == 2);
  CHECK(run.out.empty());
  CHECK(run.err.starts_with("usage: rapport COMMAND"));
}

TEST_CASE("The version is one line") {
  CHECK(run_program("--version").out.starts_with("rapport "));
}

TEST_CASE("Mistakes of usage have exit code 2 and say what was meant") {
  const auto refused = [](const std::string& words, const std::string& message) {
    const auto run = run_program(words);
    INFO(run.err);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find(message) != std::string::npos);
  };
  refused("chekc", "error: unknown command \"chekc\" (did you mean \"check\"?)");
  refused("zebra", "error: unknown command \"zebra\"; see: rapport --help");
  refused("check", "error: rapport check needs SCENARIO.toml");
  refused("check a b", "too many words");
  refused("check a --st x=1", "unknown option --st (did you mean --set?)");
  refused("check a --set", "--set");
  refused("list", "error: rapport list needs strategies|");
  refused("list mechanism", "did you mean mechanisms?");
  refused("list metrics --js", "unknown option --js");
  refused("init", "error: rapport init needs --template");
  refused("init --template worshop", "did you mean \"workshop\"?");
  refused("calibrate --replicates 0", "--replicates 0 (it must be 1 to 1000000)");
  refused("calibrate --replicates -1", "--replicates -1 (it must be 1 to 1000000)");
}

TEST_CASE("Output that cannot be written is an error") {
  CHECK(WEXITSTATUS(std::system("'" RAPPORT_PROGRAM "' list parameters >/dev/full 2>/dev/null")) ==
        74);
}
