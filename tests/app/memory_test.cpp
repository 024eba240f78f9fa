// What a run keeps in memory does not grow with the number of runs.
#include <catch2/catch.hpp>
#include <string>

#include "tests/app/place.hpp"
#include "tests/app/running_program.hpp"

using namespace rapport::test;

// Sanitizers keep what is freed.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace {

/// The most memory that so many replicates take, in KiB; what is there is gone on with.
double memory_of(const Place& place, const std::string& result, int replicates,
                 const std::string& threads) {
  RunningProgram run({"run", place.scenario_path, "-o", place.folder / result, "--quiet",
                      "--threads", threads, "--set", "replicates=" + std::to_string(replicates)});
  REQUIRE(run.wait().code == 0);
  return static_cast<double>(run.most_memory());
}

}  // namespace

TEST_CASE(
    "Ten thousand runs take at most 1.2 times the memory of ten, by two threads and by eight") {
  const std::string threads = GENERATE("2", "8");
  const Place place(30, 5, 200);
  CHECK(memory_of(place, "many.h5", 5'000, threads) <=
        1.2 * memory_of(place, "few.h5", 5, threads));
}

TEST_CASE("Adding to ten thousand runs takes at most 1.2 times the memory of adding to ten") {
  const Place place(30, 5, 200);
  memory_of(place, "many.h5", 5'000, "2");
  memory_of(place, "few.h5", 5, "2");
  CHECK(memory_of(place, "many.h5", 5'500, "2") <= 1.2 * memory_of(place, "few.h5", 6, "2"));
}

#endif
