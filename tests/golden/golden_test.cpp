// Golden digests: the same numbers with any number of threads, in any build, in the next version.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <sstream>

#include "experiment/run_study.hpp"
#include "results/result_reader.hpp"
#include "results/result_writer.hpp"
#include "strategies/registry.hpp"
#include "tests/app/program.hpp"
#include "tests/golden/scenarios.hpp"

namespace rapport::test {
namespace {

const std::string golden_path = RAPPORT_SOURCE_DIR "/tests/golden/digests.txt";

ScenarioText text_of(const GoldenScenario& scenario, std::uint32_t replicates) {
  return {
      "golden.toml", "golden.toml", scenario.text, {"replicates=" + std::to_string(replicates)}};
}

// Runs what is missing at `path` and gives the digests in canonical order.
std::vector<std::uint64_t> run_at(const std::string& path, const GoldenScenario& scenario,
                                  std::uint32_t replicates, unsigned threads) {
  const Study study = prepare_study(text_of(scenario, replicates), "rapport run golden.toml");
  {
    Journal journal = Journal::open(path, study.design, study.sample);
    const Progress progress = run_study(study, journal, threads, [](const Progress&) {});
    REQUIRE(progress.failed == 0);
    write_result(path, journal);
    std::move(journal).remove();
  }
  return ResultReader::open(path).digests();
}

std::vector<std::uint64_t> run_new(const GoldenScenario& scenario, unsigned threads) {
  const TemporaryFolder folder;
  return run_at(folder / "golden.h5", scenario, scenario.replicates, threads);
}

// One line a run: scenario, its number in canonical order, digest.
std::string lines_of(const GoldenScenario& scenario, const std::vector<std::uint64_t>& digests) {
  std::string lines;
  for (std::size_t run = 0; run < digests.size(); ++run) {
    lines += fmt::format("{} {} {:016x}\n", scenario.name, run, digests[run]);
  }
  return lines;
}

constexpr auto preface =
    "# Digests of the runs of tests/golden/scenarios.hpp, in canonical order (point, campaign,\n"
    "# replicate). Written by: RAPPORT_WRITE_GOLDEN=1 test_golden\n"
    "# A change here is a change of results: announce it in CHANGELOG.md with a line that begins\n"
    "# with **Results change:** and says which results change and why.\n";

std::string stored_lines() {
  std::ifstream file(golden_path);
  std::string lines, line;
  while (std::getline(file, line)) {
    if (!line.starts_with('#')) lines += line + '\n';
  }
  return lines;
}

}  // namespace

TEST_CASE("runs give the digests that they gave before") {
  std::string lines;
  for (const GoldenScenario& scenario : golden_scenarios()) {
    lines += lines_of(scenario, run_new(scenario, 1));
  }
  if (std::getenv("RAPPORT_WRITE_GOLDEN")) {
    std::ofstream(golden_path) << preface << lines;
    WARN("wrote " << golden_path << "; announce the change in CHANGELOG.md (**Results change:**)");
  }
  INFO(
      "results differ from tests/golden/digests.txt. If that is meant, announce it in "
      "CHANGELOG.md with a line that begins with **Results change:**, and write the new digests "
      "with RAPPORT_WRITE_GOLDEN=1 in the environment of test_golden. If not, find out why");
  CHECK(lines == stored_lines());
}

TEST_CASE("digests are the same for any number of threads") {
  for (const GoldenScenario& scenario : golden_scenarios()) {
    CAPTURE(scenario.name);
    const auto alone = run_new(scenario, 1);
    for (const unsigned threads : {2u, 3u, 7u}) {
      CAPTURE(threads);
      CHECK(run_new(scenario, threads) == alone);
    }
  }
}

TEST_CASE("a study run replicate by replicate ends as one run at once, byte for byte") {
  for (const GoldenScenario& scenario : golden_scenarios()) {
    CAPTURE(scenario.name);
    const TemporaryFolder folder;
    const auto whole = run_at(folder / "whole.h5", scenario, scenario.replicates, 2);
    for (std::uint32_t replicates = 1; replicates <= scenario.replicates; ++replicates) {
      run_at(folder / "parts.h5", scenario, replicates, 1 + replicates % 3);
    }
    CHECK(ResultReader::open(folder / "parts.h5").digests() == whole);
    CHECK(bytes_of(folder / "parts.h5") == bytes_of(folder / "whole.h5"));
  }
}

TEST_CASE("no two golden runs are the same but those that touch nobody") {
  for (const GoldenScenario& scenario : golden_scenarios()) {
    const auto digests = run_new(scenario, 2);
    const std::set<std::uint64_t> different(digests.begin(), digests.end());
    CAPTURE(scenario.name);
    CHECK(different.size() == scenario.different_runs);
  }
}

TEST_CASE("between them the golden scenarios use every strategy") {
  std::string all;
  for (const GoldenScenario& scenario : golden_scenarios()) all += scenario.text;
  for (const StrategyRow& row : strategy_rows()) {
    INFO(row.name);
    CHECK(all.find(row.name) != std::string::npos);
  }
}

}  // namespace rapport::test
