// `rapport plan`: what it tells of a scenario, and the script it writes.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/run_limits.hpp"
#include "app/slurm_script.hpp"
#include "tests/app/place.hpp"

using namespace rapport::test;
using Catch::Contains;

namespace {

ProgramRun plan(const Place& place, const std::string& words) {
  return run_program("plan '" + place.scenario_path + "' " + words);
}

}  // namespace

TEST_CASE("A plan counts the runs and tells time, disk and memory, and writes nothing") {
  const Place place(200, 7, 100);
  const ProgramRun run = plan(place, "");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("runs:   14 (2 campaigns x 7 replicates x 1 point)\n") &&
                          Contains("time:   about ") && Contains("disk:   about ") &&
                          Contains("memory: about "));
  CHECK_FALSE(std::filesystem::exists(place.result));
}

TEST_CASE("The time of a plan is that of networks, runs, writing and the merge") {
  const Place place(20, 10, 100);
  const auto told = [&](const std::string& words) {
    return nlohmann::json::parse(plan(place, "--json --threads 2 " + words).out);
  };
  const auto one = told(""), three = told("--shards 4");
  for (const auto& json : {one, three}) {
    const double run = json["seconds_per_run"], write = json["seconds_to_write_run"],
                 before = json["seconds_before"];
    CHECK(run > 0);
    CHECK(write > 0);
    const bool shards = json["shards"] == 4;
    const double runs = shards ? 5 : 20, merge = shards ? 20 * write : 0;
    CHECK(json["seconds"].get<double>() ==
          Approx(before + runs * (run / 2 + write) + merge).epsilon(1e-6));
  }
}

TEST_CASE("A plan warns of a horizon before trust pays off, and of too few replicates") {
  const Place place(20, 1'000, 200);
  CHECK_THAT(plan(place, "").err, Contains("the horizon of 20 days is shorter than the 180 days"));
  const ProgramRun few =
      plan(place,
           "--set replicates=5 --set stop.metric='\"connections\"' --set "
           "stop.half_width=0.01 --set stop.min_replicates=2 --set stop.max_replicates=6");
  CHECK_THAT(few.err,
             Contains("6 replicates at most are too few: about ") &&
                 Contains("would be needed to know the difference in connections to 0.01"));
  CHECK(plan(place, "--set horizon_days=180 --set network.people=50").err.find("horizon") ==
        std::string::npos);
}

TEST_CASE("Two replicates are told to be too few, although they say nothing of how they differ") {
  const Place place(200, 2, 100);
  CHECK_THAT(plan(place,
                  "--set stop.metric='\"replies\"' --set stop.half_width=0.1 --set "
                  "stop.min_replicates=2 --set stop.max_replicates=2")
                 .err,
             Contains("2 replicates at most are too few: about "));
}

TEST_CASE("A plan counts the people of a network that is read from a file") {
  constexpr int people = 300'000, replicates = 100, threads = 64;
  const Place place(1, replicates, 100);
  std::ofstream ties(place.folder / "ring.csv");
  for (int k = 0; k < people; ++k) ties << k << ',' << (k + 1) % people << '\n';
  ties.close();
  const ProgramRun run = plan(
      place, "--json --threads " + std::to_string(threads) +
                 " --set output.people=true --set 'network={kind=\"file\", path=\"ring.csv\"}'");
  INFO(run.err);
  const auto told = nlohmann::json::parse(run.out);
  CHECK(told["disk_bytes"] >= 2 * 2.0 * replicates * 8 * people);
  CHECK(told["memory_bytes"] >= threads * 16.0 * people);  // a relation with each of them
}

TEST_CASE("The disk of a plan has room for pictures, however small the runs are") {
  const Place place(60, 2, 3'000);
  const std::string set = " --set 'output.daily=\"none\"'";
  const auto told = nlohmann::json::parse(plan(place, "--json" + set).out);
  REQUIRE(place.run(set).code == 0);
  CHECK(told["disk_bytes"] >= std::filesystem::file_size(place.result));
}

TEST_CASE("A plan that has no folder for temporary files says how to give it one") {
  const Place place(4, 2, 100);
  const auto plan_with = [&](const std::string& folder) {
    const std::string err = place.folder / "err";
    const int status = std::system(("TMPDIR='" + folder + "' '" RAPPORT_PROGRAM "' plan '" +
                                    place.scenario_path + "' >'" + err + "' 2>&1")
                                       .c_str());
    CHECK_THAT(bytes_of(err), Contains(folder + " (") && Contains("set TMPDIR to a folder"));
    return WEXITSTATUS(status);
  };
  CHECK(plan_with(place.folder / "nowhere") == 73);
  CHECK(plan_with("/proc") == 73);  // in which nobody makes a folder
}

TEST_CASE("Shards that have nothing to do are told") {
  const Place place(20, 3, 100);
  CHECK_THAT(plan(place, "--shards 5").err, Contains("of 5 shards only 3 have anything to do"));
  CHECK(plan(place, "--shards 0").code == 2);
}

TEST_CASE("The script names every shard, quotes what a shell would take apart, and is in order") {
  const rapport::SlurmJob job{.program = "opt/it's/rapport",
                              .scenario = "/data/my scenario.toml",
                              .overrides = {"campaign.\"A\".hours_per_day=2"},
                              .result = "/data/r.h5",
                              .shards = 2,
                              .threads = 4,
                              .network_cache = "/data/kept networks",
                              .megabytes = 300,
                              .minutes = 70};
  const std::string script = rapport::slurm_script(job);
  CHECK_THAT(script, Contains("'opt/it'\\''s/rapport'") && Contains("'/data/my scenario.toml'") &&
                         Contains("--set 'campaign.\"A\".hours_per_day=2'") &&
                         Contains("--network-cache '/data/kept networks'") &&
                         Contains("-o '/data/r-{shard}.h5'") &&
                         Contains("merge -o '/data/r.h5' --shards 2 '/data/r-{shard}.h5'") &&
                         Contains("--array=1-2 ") && Contains("--cpus-per-task=4") &&
                         Contains("--time=1:10:00") && Contains("--max-walltime 1:05:00") &&
                         Contains("scontrol requeue") && Contains("afterok:"));
  const TemporaryFolder folder;
  CHECK(std::system(("bash -n '" + folder.write("s.sh", script) + "'").c_str()) == 0);
}

TEST_CASE("Times are written as clusters write them") {
  CHECK(rapport::seconds_of("1:02:03") == 3723u);
  CHECK(rapport::seconds_of("90:00") == 5400u);
  CHECK(rapport::seconds_of("2-00:00:01") == 172801u);
  CHECK(rapport::seconds_of("0:00:00") == 0u);
  CHECK(rapport::seconds_of("1-12:30") == 131400u);
  CHECK(rapport::seconds_of("2-6") == 194400u);
  for (const std::string wrong :
       {"", "90", "1:60:00", "1:2:3:4", "1-2:3:4:5", "a:00", "1:00:", "-1:00", "1-"}) {
    INFO(wrong);
    CHECK_FALSE(rapport::seconds_of(wrong));
  }
}

TEST_CASE("A wall time that is none is a mistake of the command") {
  const Place place(4, 2, 100);
  const ProgramRun run = place.run("--max-walltime 3600");
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("it must be H:MM:SS"));
}

TEST_CASE("A run that has no time left keeps what it has, and the same command goes on") {
  const Place place(4, 2, 100);
  const ProgramRun out_of_time = place.run("--max-walltime 0:00:00");
  CHECK(out_of_time.code == 75);
  CHECK(out_of_time.out.empty());
  CHECK_THAT(out_of_time.err, Contains("stopped: 0 of 4 runs are kept"));
  CHECK(place.run("--max-walltime 1:00:00").code == 0);
  CHECK(place.run("--force --max-walltime 1000000-00:00:00").code == 0);
}
