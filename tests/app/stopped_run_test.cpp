// A run that is asked to stop by a signal, and what the same command makes of it later.
#include <catch2/catch.hpp>

#include "tests/app/place.hpp"
#include "tests/app/running_program.hpp"

using namespace rapport::test;
using Catch::Contains;

TEST_CASE("A run that is asked to stop keeps its runs, and the same command makes equal bytes") {
  const Place place = long_run();
  const std::vector<std::string> words{"run", place.scenario_path, "-o", place.result};
  const int signal = GENERATE(SIGTERM, SIGINT, SIGUSR1);
  RunningProgram first(words);
  REQUIRE(wait_for(place.journal));
  first.send(signal);
  const ProgramRun stopped = first.wait();
  INFO(stopped.err);
  CHECK(stopped.code == 75);
  CHECK(stopped.out.empty());
  CHECK_THAT(stopped.err, Contains("stopped: ") &&
                              Contains(" of 200 runs are kept; the same command continues\n"));
  CHECK(std::filesystem::exists(place.journal));
  CHECK_FALSE(std::filesystem::exists(place.result));

  RunningProgram again(words);
  CHECK(again.wait().code == 0);
  CHECK_FALSE(std::filesystem::exists(place.journal));
  const std::string whole = place.folder / "whole.h5";
  CHECK(place.run_into(whole).code == 0);
  CHECK(bytes_of(place.result) == bytes_of(whole));
}
