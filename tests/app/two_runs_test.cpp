// Two processes that are told to write one result.
#include <catch2/catch.hpp>

#include "tests/app/running_program.hpp"

using namespace rapport::test;
using Catch::Contains;

namespace {

/// Some hundred runs: longer than a process needs to be stopped.
constexpr auto scenario = R"(horizon_days = 30
replicates = 200
[network]
people = 2_000
[[campaign]]
name = "Blast"
strategy = "spam-blast"
)";

struct Place {
  TemporaryFolder folder;
  std::string scenario_path = folder.write("s.toml", scenario);
  std::string result = folder / "r.h5";
  std::string journal = result + ".part";
  std::vector<std::string> words = {"run", scenario_path, "-o", result, "--threads", "1"};
  std::string line = "run '" + scenario_path + "' -o '" + result + "' --threads 1 ";
};

}  // namespace

TEST_CASE("A second run on the same result is refused, and so is --force, until the first ends") {
  const Place place;
  RunningProgram first(place.words);
  REQUIRE(wait_for(place.journal));
  first.send(SIGSTOP);
  for (const std::string option : {"", "--force"}) {
    const ProgramRun second = run_program(place.line + option);
    CHECK(second.code == 73);
    CHECK_THAT(second.err, Contains("r.h5.part: another rapport is writing here") &&
                               Contains("wait until it has ended"));
    CHECK(std::filesystem::exists(place.journal));
  }
  first.send(SIGCONT);
  CHECK(first.wait().code == 0);
  CHECK(run_program(place.line).code == 0);
}

TEST_CASE("A killed run leaves no lock behind") {
  const Place place;
  RunningProgram first(place.words);
  REQUIRE(wait_for(place.journal));
  first.send(SIGKILL);
  CHECK(first.wait().code == 256 + SIGKILL);
  CHECK(run_program(place.line).code == 0);
  CHECK_FALSE(std::filesystem::exists(place.journal));
}

TEST_CASE("Of runs that start together one is done and the others are done or refused") {
  const Place place;
  for (int round = 0; round < 5; ++round) {
    std::filesystem::remove(place.result);
    auto words = place.words;
    words.insert(words.end(), {"--set", "replicates=2"});
    RunningProgram one(words), two(words), three(words);
    int done = 0;
    for (RunningProgram* each : {&one, &two, &three}) {
      const ProgramRun run = each->wait();
      INFO(run.err);
      CHECK((run.code == 0 || run.code == 73));
      done += run.code == 0;
    }
    CHECK(done >= 1);
    CHECK(std::filesystem::exists(place.result));
    CHECK_FALSE(std::filesystem::exists(place.journal));
  }
}
