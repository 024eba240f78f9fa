// What a run keeps in memory does not grow with the number of runs.
#include <catch2/catch.hpp>
#include <string>

#include "tests/app/running_program.hpp"

using namespace rapport::test;

// Sanitizers keep what is freed.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace {

constexpr const char* scenario = R"(seed = 5
horizon_days = 30
[network]
people = 200
[[campaign]]
name = "Blast"
strategy = "spam-blast"
[[campaign]]
name = "Notes"
strategy = "thoughtful-engagement"
)";

}  // namespace

TEST_CASE(
    "Ten thousand runs take at most 1.2 times the memory of ten, and so does adding to them") {
  const TemporaryFolder folder;
  const std::string path = folder.write("s.toml", scenario);
  const auto memory_of = [&](const std::string& result, int replicates) {
    RunningProgram run({"run", path, "-o", folder / result, "--quiet", "--threads", "2", "--set",
                        "replicates=" + std::to_string(replicates)});
    REQUIRE(run.wait().code == 0);
    return static_cast<double>(run.most_memory());
  };
  const double of_ten = memory_of("few.h5", 5);
  CHECK(memory_of("many.h5", 5'000) <= 1.2 * of_ten);
  CHECK(memory_of("many.h5", 5'500) <= 1.2 * memory_of("few.h5", 6));
}

#endif
