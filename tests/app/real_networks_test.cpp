// The scenarios on networks that are read from files run as they stand, with few replicates.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "tests/app/program.hpp"

using namespace rapport;

namespace {

const std::filesystem::path folder_of_scenarios = RAPPORT_SOURCE_DIR "/scenarios/real";

bool has_networks() {
  return std::filesystem::exists(folder_of_scenarios / "../../../shared/networks");
}

test::ProgramRun run_with(const std::string& name, const std::string& options,
                          const test::TemporaryFolder& folder) {
  return test::run_program("run '" + (folder_of_scenarios / name).string() + "' -o '" +
                           folder / "r.h5" + "' --force " + options);
}

}  // namespace

TEST_CASE("Every scenario on a real network runs and is compared") {
  if (!has_networks()) {
    WARN("skipped: there is no ../shared/networks (the scenarios say where to fetch their files)");
    return;
  }
  const test::TemporaryFolder folder;
  std::size_t scenarios = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_of_scenarios)) {
    INFO(entry.path());
    const auto ran = run_with(entry.path().filename().string(),
                              "--set replicates=2 --set horizon_days=20", folder);
    INFO(ran.err);
    CHECK(ran.code == 0);
    ++scenarios;
  }
  CHECK(scenarios >= 3);
}

TEST_CASE("Ratings become prior trust only where ties have them") {
  if (!has_networks()) {
    WARN("skipped: there is no ../shared/networks");
    return;
  }
  const test::TemporaryFolder folder;
  const auto ran = run_with("lastfm.toml", "--set trust.prior_from_ratings=0.5", folder);
  CHECK(ran.code == 65);
  CHECK(ran.err.find("the ties of the network have no ratings") != std::string::npos);
  CHECK(!std::filesystem::exists(folder / "r.h5"));
}
