#include "experiment/run_study.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>

#include "results/journal_tables.hpp"
#include "results/result_reader.hpp"
#include "simulation/world.hpp"
#include "tests/app/program.hpp"
#include "tests/experiment/studies.hpp"

using namespace rapport;
using namespace rapport::test;
using Catch::Contains;
using Catch::Equals;

namespace {

const auto silent = [](const Progress&) {};

Study swept() {
  return study_of(small_scenario("[sweep]\n\"trust.gain\" = [0.1, 0.4]\n"));
}

/// Runs what is missing of the study into RESULT.h5.part in the folder.
Progress run_into(const TemporaryFolder& folder, const Study& study, unsigned threads = 2) {
  Journal journal = Journal::open(folder / "result.h5", study.design, study.sample);
  return run_study(study, journal, threads, silent);
}

ResultReader read(const TemporaryFolder& folder) {
  return ResultReader::open(folder / "result.h5");
}

RunResult run_alone(const Study& study, RunKey key) {
  const Scenario scenario = study.scenario_of(key.point);
  const auto network = study.network_of(key.point, key.replicate);
  const Population population =
      draw_population(*network, scenario.parameters, Draws(scenario.seed, key.replicate));
  WorldMemory memory;
  return run_world({scenario, *network, population, key.campaign, key.replicate}, memory);
}

/// A study whose replicates after the first have no network any more: its file has gone.
Study with_networks_gone(Study study) {
  for (StudyNetwork& network : study.networks) {
    network.spec.per_replicate = true;
    network.spec.kind = NetworkKind::file;
    network.spec.path = "gone.csv";
  }
  return study;
}

}  // namespace

TEST_CASE("Every campaign is run in every replicate at every point, as it would be run alone") {
  const TemporaryFolder folder;
  const Study study = swept();
  const Progress progress = run_into(folder, study);
  CHECK(progress.total == 12);
  CHECK(progress.done == 12);
  CHECK(progress.failed == 0);
  CHECK(progress.encounters > 0);
  const ResultReader result = read(folder);
  const auto digests = result.digests();
  const auto status = result.status();
  REQUIRE(digests.size() == 12);
  for (std::uint32_t point = 0; point < 2; ++point) {
    for (std::uint32_t campaign = 0; campaign < 2; ++campaign) {
      for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        const RunKey key{point, campaign, replicate};
        const std::size_t at = study.design.position(key);
        CHECK(status[at] == RunStatus::done);
        CHECK(digests[at] == run_alone(study, key).digest);
      }
    }
  }
}

TEST_CASE("Large worlds whose days all threads live together are those that one thread lives") {
  // 43,200 messages a day: parts that other threads may take. More threads than worlds, and fewer.
  const Study study = study_of(R"(
title = "Large"
horizon_days = 5
replicates = 2
[network]
kind = "random"
people = 150_000
mean_degree = 6
[platform]
complaint_block = 1
reports_to_restrict = 1_000_000
[[campaign]]
name = "Blast"
strategy = "spam-blast"
hours_per_day = 24
message_seconds = 2
)");
  for (const unsigned threads : {1u, 2u, 5u}) {
    const TemporaryFolder folder;
    const Progress progress = run_into(folder, study, threads);
    REQUIRE(progress.failed == 0);
    const auto digests = read(folder).digests();
    for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
      const RunKey key{0, 0, replicate};
      CHECK(digests[study.design.position(key)] == run_alone(study, key).digest);
    }
  }
}

TEST_CASE("The number of threads changes nothing") {
  std::vector<std::vector<std::uint64_t>> digests;
  for (const unsigned threads : {1u, 2u, 3u, 7u}) {
    const TemporaryFolder folder;
    run_into(folder, swept(), threads);
    digests.push_back(read(folder).digests());
  }
  CHECK(std::all_of(digests.begin(), digests.end(),
                    [&](const auto& other) { return other == digests.front(); }));
}

TEST_CASE("Campaigns of one replicate share their luck: equal ones have equal results") {
  const TemporaryFolder folder;
  std::string text = small_scenario();
  text += "\n[[campaign]]\nname = \"Blast again\"\nstrategy = \"spam-blast\"\nhours_per_day = 1\n";
  run_into(folder, study_of(text));
  const auto digests = read(folder).digests();  // [campaign][replicate]
  REQUIRE(digests.size() == 9);
  for (std::size_t replicate = 0; replicate < 3; ++replicate) {
    CHECK(digests[replicate] == digests[6 + replicate]);
    CHECK(digests[replicate] != digests[3 + replicate]);
  }
  CHECK(digests[0] != digests[1]);
}

TEST_CASE("Only what is missing is run: what the journal holds is left as it is") {
  const TemporaryFolder folder;
  const Study study = swept();
  const RunKey there{1, 0, 2};
  {
    RunRecord record;
    record.key = there;
    record.result.digest = 12'345;  // no run has it: running it again would contradict the journal
    record.result.daily.assign(measure_count * 10, 0.0f);
    Journal journal = Journal::open(folder / "result.h5", study.design, study.sample);
    const PackedRun packed(record);
    journal.append({&packed, 1});
  }
  const Progress progress = run_into(folder, study);
  CHECK(progress.done == 12);
  CHECK(read(folder).digests()[study.design.position(there)] == 12'345);
  const Progress again = run_into(folder, study);
  CHECK(again.done == 12);
  CHECK(again.encounters == 0);
}

TEST_CASE("More replicates are added to those that are there") {
  const TemporaryFolder folder;
  const Study few = swept();
  run_into(folder, few);
  const auto before = read(folder).digests();
  std::string text = small_scenario("[sweep]\n\"trust.gain\" = [0.1, 0.4]\n");
  text.replace(text.find("replicates = 3"), 14, "replicates = 5");
  const Study more = study_of(text);
  const Progress progress = run_into(folder, more);
  CHECK(progress.total == 20);
  CHECK(progress.done == 20);
  const auto after = read(folder).digests();
  for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
    const RunKey key{1, 1, replicate};
    CHECK(after[more.design.position(key)] == before[few.design.position(key)]);
  }
}

TEST_CASE("Progress starts with what is there and ends with everything") {
  const TemporaryFolder folder;
  const Study study = swept();
  Journal journal = Journal::open(folder / "result.h5", study.design, study.sample);
  std::vector<std::uint64_t> done;
  run_study(study, journal, 2, [&](const Progress& p) {
    CHECK(p.total == 12);
    CHECK(p.done == journal.finished().size());  // what is reported is safe
    done.push_back(p.done);
  });
  REQUIRE_FALSE(done.empty());
  CHECK(std::is_sorted(done.begin(), done.end()));
  CHECK(done.back() == 12);
}

TEST_CASE("A run that fails is kept with its reason and stops none of the others") {
  const TemporaryFolder folder;
  const Study study = with_networks_gone(swept());
  Journal journal = Journal::open(folder / "result.h5", study.design, study.sample);
  const Progress progress = run_study(study, journal, 2, silent);
  CHECK(progress.done == 12);
  CHECK(progress.failed == 8);
  std::size_t runs = 0;
  RunCursor cursor(journal.tables(), journal.design(), RunCursor::Daily::leave_out);
  for (StoredRun run; cursor.next(run); ++runs) {
    const bool first = run.key.replicate == 0;
    CHECK(run.status == (first ? RunStatus::done : RunStatus::failed));
    if (first) {
      CHECK_THAT(run.message, Equals(""));
    } else {
      CHECK_THAT(run.message, Contains("gone.csv"));
    }
  }
  CHECK(runs == 12);
}

TEST_CASE("Failed runs are tried again, done ones are not") {
  const TemporaryFolder folder;
  const Study study = swept();
  run_into(folder, with_networks_gone(study));
  const auto before = read(folder).digests();
  const Progress progress = run_into(folder, study);
  CHECK(progress.failed == 0);
  CHECK(progress.done == 12);
  const auto status = read(folder).status();
  CHECK(std::count(status.begin(), status.end(), RunStatus::done) == 12);
  CHECK(read(folder).digests()[0] == before[0]);
}

TEST_CASE("A study that is to stop begins no other run and keeps those that it finished") {
  const TemporaryFolder folder;
  const Study study = study_of(small_scenario());
  Journal journal = Journal::open(folder / "result.h5", study.design, study.sample);
  std::atomic<int> asked = 0;
  const Progress stopped =
      run_study(study, journal, 1, [](const Progress&) {}, {.stop = [&] { return ++asked > 5; }});
  CHECK(stopped.total == 6);
  CHECK(stopped.done < 6);
  CHECK(stopped.done > 0);
  CHECK(journal.finished().size() == stopped.done);
  const Progress rest = run_study(study, journal, 2, [](const Progress&) {});
  CHECK(rest.done == 6);
}
