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

/// The most memory that so many replicates take, in KiB; what is there is gone on with.
double memory_of(const TemporaryFolder& folder, const std::string& result, int replicates,
                 const std::string& threads) {
  RunningProgram run({"run", folder.write("s.toml", scenario), "-o", folder / result, "--quiet",
                      "--threads", threads, "--set", "replicates=" + std::to_string(replicates)});
  REQUIRE(run.wait().code == 0);
  return static_cast<double>(run.most_memory());
}

}  // namespace

TEST_CASE(
    "Ten thousand runs take at most 1.2 times the memory of ten, by two threads and by eight") {
  const std::string threads = GENERATE("2", "8");
  const TemporaryFolder folder;
  CHECK(memory_of(folder, "many.h5", 5'000, threads) <=
        1.2 * memory_of(folder, "few.h5", 5, threads));
}

TEST_CASE("Adding to ten thousand runs takes at most 1.2 times the memory of adding to ten") {
  const TemporaryFolder folder;
  memory_of(folder, "many.h5", 5'000, "2");
  memory_of(folder, "few.h5", 5, "2");
  CHECK(memory_of(folder, "many.h5", 5'500, "2") <= 1.2 * memory_of(folder, "few.h5", 6, "2"));
}

#endif
