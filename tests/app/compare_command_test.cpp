// `rapport compare` on a result file and on the journal of an unfinished run.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.hpp"
#include "results/result_writer.hpp"

using namespace rapport;
using test::run_program;
using test::TemporaryFolder;

namespace {

Design two_campaigns(std::uint32_t replicates) {
  Design design;
  design.title = "Two";
  design.digest = "0123456789abcdef";
  design.scenario_name = "two.toml";
  design.campaigns = {"Spam blast", "Notes"};
  design.replicates = replicates;
  design.people = 10;
  design.days = 3;
  design.daily = false;
  design.points = {{}};
  return design;
}

/// Notes sell ten more than the blast in every replicate.
Journal filled_journal(const std::string& path, std::uint32_t replicates, std::uint32_t done) {
  const Design design = two_campaigns(replicates);
  Journal journal = Journal::open(path, design, NetworkSample{});
  std::vector<PackedRun> runs;
  for (std::uint32_t campaign = 0; campaign < 2; ++campaign) {
    for (std::uint32_t replicate = 0; replicate < done; ++replicate) {
      RunRecord run;
      run.key = {0, campaign, replicate};
      value_of(run.result.final, Measure::sales) = 10.0 * campaign + replicate % 3;
      runs.emplace_back(run);
    }
  }
  journal.append(runs);
  return journal;
}

}  // namespace

TEST_CASE("A result file is compared, and the answer is the first thing said") {
  const TemporaryFolder folder;
  write_result(folder / "r.h5", filled_journal(folder / "r.h5", 8, 8));
  const auto run = run_program("compare '" + folder / "r.h5" + "'");
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(run.out.find("Notes works better than Spam blast: 10.9 sales against 0.875") !=
        std::string::npos);
}

TEST_CASE("A point that the result does not have is named as it was asked for") {
  const TemporaryFolder folder;
  write_result(folder / "r.h5", filled_journal(folder / "r.h5", 8, 8));
  for (const std::string point : {"-1", "1"}) {
    const auto run = run_program("compare '" + folder / "r.h5" + "' --point " + point);
    CHECK(run.code == 2);
    CHECK(run.err.find("there is no point " + point + " ") != std::string::npos);
  }
}

TEST_CASE("The journal of an unfinished run is compared, and called partial") {
  const TemporaryFolder folder;
  { const Journal journal = filled_journal(folder / "r.h5", 8, 6); }
  const auto run = run_program("compare '" + folder / "r.h5" + "' --json");
  REQUIRE(run.code == 0);
  const auto json = nlohmann::json::parse(run.out);
  CHECK(json["partial"] == true);
  CHECK(json["missing"].size() == 4);
  CHECK(json["notes"][0] == "The result is partial: 12 of 16 runs are there.");
}

TEST_CASE("A report of an unfinished run says that it is partial, on the page and beside it") {
  const TemporaryFolder folder;
  { const Journal journal = filled_journal(folder / "r.h5", 8, 6); }
  const std::string page = folder / "r.html";
  const auto run = run_program("report '" + folder / "r.h5" + "' -o '" + page + "'");
  CHECK(run.code == 0);
  const std::string partial = "The result is partial: 12 of 16 runs are there.";
  CHECK(run.err.find("note: " + partial + "\n") != std::string::npos);
  CHECK(test::bytes_of(page).find(partial) != std::string::npos);
}

TEST_CASE("An unknown baseline is refused with the names that exist") {
  const TemporaryFolder folder;
  write_result(folder / "r.h5", filled_journal(folder / "r.h5", 2, 2));
  const auto run = run_program("compare '" + folder / "r.h5" + "' --baseline 'Spam blats'");
  CHECK(run.code == 2);
  CHECK(run.out.empty());
  CHECK(run.err ==
        "error: unknown baseline \"Spam blats\" (the campaigns are: Spam blast, Notes); did you "
        "mean \"Spam blast\"?\n");
}

TEST_CASE("A point that does not exist is refused") {
  const TemporaryFolder folder;
  write_result(folder / "r.h5", filled_journal(folder / "r.h5", 2, 2));
  CHECK(run_program("compare '" + folder / "r.h5" + "' --point 1").code == 2);
}

TEST_CASE("A result that is not there is a missing input") {
  const TemporaryFolder folder;
  CHECK(run_program("compare '" + folder / "none.h5" + "'").code == 66);
}
