// Two processes that are told to write one result.
#include <catch2/catch.hpp>

#include "tests/app/place.hpp"
#include "tests/app/running_program.hpp"

using namespace rapport::test;
using Catch::Contains;

namespace {

std::vector<std::string> words_of(const Place& place) {
  return {"run", place.scenario_path, "-o", place.result, "--threads", "1"};
}

}  // namespace

TEST_CASE("A second run on the same result is refused, and so is --force, until the first ends") {
  const Place place = long_run();
  RunningProgram first(words_of(place));
  REQUIRE(wait_for(place.journal));
  first.send(SIGSTOP);
  for (const std::string option : {"", "--force"}) {
    const ProgramRun second = place.run(option);
    CHECK(second.code == 73);
    CHECK_THAT(second.err, Contains("r.h5.part: another rapport is writing here") &&
                               Contains("wait until it has ended"));
    CHECK(std::filesystem::exists(place.journal));
  }
  first.send(SIGCONT);
  CHECK(first.wait().code == 0);
  CHECK(place.run().code == 0);
}

TEST_CASE("A killed run leaves no lock behind") {
  const Place place = long_run();
  RunningProgram first(words_of(place));
  REQUIRE(wait_for(place.journal));
  first.send(SIGKILL);
  CHECK(first.wait().code == 256 + SIGKILL);
  CHECK(place.run().code == 0);
  CHECK_FALSE(std::filesystem::exists(place.journal));
}

TEST_CASE("Of runs that start together one is done and the others are done or refused") {
  const Place place = long_run();
  for (int round = 0; round < 5; ++round) {
    std::filesystem::remove(place.result);
    auto words = words_of(place);
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
