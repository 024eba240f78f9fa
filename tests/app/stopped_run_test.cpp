// A run that is asked to stop by a signal, and what the same command makes of it later.
#include <catch2/catch.hpp>

#include "tests/app/running_program.hpp"

using namespace rapport::test;
using Catch::Contains;

namespace {

constexpr auto scenario = R"(horizon_days = 30
replicates = 150
[network]
people = 2_000
[[campaign]]
name = "Blast"
strategy = "spam-blast"
[[campaign]]
name = "Notes"
strategy = "thoughtful-engagement"
)";

}  // namespace

TEST_CASE("A run that is asked to stop keeps its runs, and the same command makes equal bytes") {
  const TemporaryFolder folder;
  const std::string path = folder.write("s.toml", scenario), result = folder / "r.h5";
  const std::vector<std::string> words{"run", path, "-o", result, "--threads", "2"};
  const int signal = GENERATE(SIGTERM, SIGINT, SIGUSR1);
  RunningProgram first(words);
  REQUIRE(wait_for(result + ".part"));
  first.send(signal);
  const ProgramRun stopped = first.wait();
  INFO(stopped.err);
  CHECK(stopped.code == 75);
  CHECK(stopped.out.empty());
  CHECK_THAT(stopped.err, Contains("stopped: ") &&
                              Contains(" of 300 runs are kept; the same command continues\n"));
  CHECK(std::filesystem::exists(result + ".part"));
  CHECK_FALSE(std::filesystem::exists(result));

  RunningProgram again(words);
  CHECK(again.wait().code == 0);
  CHECK_FALSE(std::filesystem::exists(result + ".part"));
  const std::string whole = folder / "whole.h5";
  CHECK(run_program("run '" + path + "' -o '" + whole + "'").code == 0);
  CHECK(bytes_of(result) == bytes_of(whole));
}
