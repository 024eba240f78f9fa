// Networks that are kept from one start of the program to the next.
#include <catch2/catch.hpp>

#include "tests/app/place.hpp"
#include "tests/app/running_program.hpp"

using namespace rapport::test;
using Catch::Contains;

TEST_CASE("A result has the same bytes with a kept network, a damaged one, and without any") {
  const Place place(20, 2, 1'000);
  REQUIRE(place.run().code == 0);
  const std::string plain = bytes_of(place.result);
  const std::string folder = place.folder / "kept";
  const auto words = "--force --network-cache '" + folder + "'";
  for (int start = 0; start < 2; ++start) {
    const ProgramRun run = place.run(words);
    CHECK(run.code == 0);
    CHECK_FALSE(holds(run.err, "warning"));
    CHECK(bytes_of(place.result) == plain);
  }
  const auto kept = std::filesystem::directory_iterator(folder)->path();
  std::ofstream(kept, std::ios::binary) << "something else";
  const ProgramRun damaged = place.run(words);
  CHECK(damaged.code == 0);
  CHECK_THAT(damaged.err, Contains(kept.string()) && Contains("is built again"));
  CHECK(bytes_of(place.result) == plain);
}

TEST_CASE("Two starts at once fill the same folder and give the same result") {
  const Place place(20, 2, 20'000);
  REQUIRE(place.run().code == 0);
  const std::string plain = bytes_of(place.result);
  const auto words = [&](const std::string& result) {
    return std::vector<std::string>{"run",  place.scenario_path, "-o",
                                    result, "--network-cache",   place.folder / "kept"};
  };
  RunningProgram one(words(place.folder / "1.h5")), two(words(place.folder / "2.h5"));
  CHECK(one.wait().code == 0);
  CHECK(two.wait().code == 0);
  CHECK(bytes_of(place.folder / "1.h5") == plain);
  CHECK(bytes_of(place.folder / "2.h5") == plain);
}

TEST_CASE("A folder without a name is refused") {
  const Place place(20, 2, 1'000);
  const ProgramRun run = place.run("--network-cache ''");
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("--network-cache names no folder"));
}
