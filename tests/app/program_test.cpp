// The program around its commands: help, usage mistakes, output that cannot be written.
#include "tests/app/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

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

TEST_CASE("The common options are common") {
  const rapport::test::TemporaryFolder folder;
  const std::string scenario = folder.write("s.toml",
                                            "horizon_days = 2\nreplicates = 1\n[network]\n"
                                            "people = 50\n[[campaign]]\nname = \"A\"\n"
                                            "strategy = \"spam-blast\"\n");
  const std::string result = folder / "r.h5";
  for (const std::string& command :
       {"run '" + scenario + "' -o '" + result + "'", "check '" + scenario + "'",
        "compare '" + result + "'", std::string("list metrics")}) {
    INFO(command);
    const auto run = run_program(command + " --quiet --json --threads 1 --no-progress");
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    CHECK(nlohmann::json::accept(run.out));
    CHECK(run_program(command + " --threads 0").code == 2);
  }
  CHECK(run_program("check '" + scenario + "' --quiet").out.empty());
}

TEST_CASE("One of a thing is told as one") {
  const rapport::test::TemporaryFolder folder;
  const std::string scenario = folder.write("s.toml",
                                            "horizon_days = 1\nreplicates = 1\n[network]\n"
                                            "people = 1\n[[campaign]]\nname = \"A\"\n"
                                            "strategy = \"do-nothing\"\n");
  CHECK(run_program("check '" + scenario + "'").err.find("among 1 person (") != std::string::npos);
  const auto run =
      run_program("run '" + scenario + "' --set network.mean_degree=0 --threads 1 -o '" +
                  (folder / "r.h5") + "'");
  CHECK(
      run.err.starts_with("s.toml: 1 campaign x 1 replicate x 1 point = 1 run; 1 person, 1 day; "
                          "1 thread\ndone in "));
}

TEST_CASE("A folder in place of a scenario or a result is missing input") {
  const rapport::test::TemporaryFolder folder;
  CHECK(run_program("check '" + (folder / ".") + "'").code == 66);
  const auto run = run_program("compare '" + (folder / ".") + "'");
  CHECK(run.code == 66);
  CHECK(run.err.find("is a folder (a result is a file)") != std::string::npos);
}

TEST_CASE("Output that cannot be written is an error") {
  CHECK(WEXITSTATUS(std::system("'" RAPPORT_PROGRAM "' list parameters >/dev/full 2>/dev/null")) ==
        74);
}
