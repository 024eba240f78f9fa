// One experiment in parts, merged: the same bytes however it was split.
#include <catch2/catch.hpp>

#include "tests/app/place.hpp"
#include "tests/app/running_program.hpp"

using namespace rapport::test;
using Catch::Contains;

namespace {

/// Five replicates of two campaigns at three points.
struct Swept : Place {
  explicit Swept(const std::string& more = "") : Place(6, 5, 200) {
    std::ofstream(scenario_path, std::ios::app)
        << "[sweep]\n\"market.in_market_share\" = [0.01, 0.1, 0.3]\n"
        << more;
  }

  std::string shard_path(int shard, int shards) const {
    return folder / ("s-" + std::to_string(shard) + "-of-" + std::to_string(shards) + ".h5");
  }
  /// Runs a shard and gives its file.
  std::string run_shard(int shard, int shards, const std::string& words = "") const {
    const std::string path = shard_path(shard, shards);
    const ProgramRun run = run_into(
        path, "--shard " + std::to_string(shard) + "/" + std::to_string(shards) + " " + words);
    INFO(run.err);
    CHECK(run.code == 0);
    return path;
  }
  ProgramRun merge(const std::vector<std::string>& shards, const std::string& to) const {
    std::string words = "merge -o '" + to + "'";
    for (const std::string& shard : shards) words += " '" + shard + "'";
    return run_program(words);
  }
};

const std::string stopping =
    "[stop]\nmetric = \"replies\"\nrelative_half_width = 0.2\nmin_replicates = 4\nbatch = 3\n"
    "max_replicates = 40\n";

}  // namespace

TEST_CASE("Merged shards are the bytes of one run, for any number of shards and of threads") {
  const std::string rule = GENERATE(std::string(), stopping);
  const Swept place(rule);
  REQUIRE(place.run().code == 0);
  const std::string whole = bytes_of(place.result);
  for (const int shards : {1, 2, 7}) {
    std::vector<std::string> paths;
    for (int shard = shards; shard >= 1; --shard) {
      paths.push_back(place.run_shard(shard, shards, "--threads " + std::to_string(shard % 3 + 1)));
    }
    const std::string merged = place.folder / ("merged-" + std::to_string(shards) + ".h5");
    const ProgramRun run = place.merge(paths, merged);
    INFO(run.err);
    CHECK(run.code == 0);
    CHECK(run.out == "result: " + merged + "\n");
    CHECK(bytes_of(merged) == whole);
    CHECK_FALSE(std::filesystem::exists(merged + ".part"));
  }
}

TEST_CASE("Holes, overlaps and foreign designs are refused, and nothing is written") {
  const Swept place;
  const std::string one = place.run_shard(1, 3), two = place.run_shard(2, 3),
                    three = place.run_shard(3, 3);
  const std::string merged = place.folder / "m.h5";
  const auto refusal = [&](const std::vector<std::string>& shards) {
    const ProgramRun run = place.merge(shards, merged);
    CHECK(run.code == 65);
    CHECK_FALSE(std::filesystem::exists(merged));
    CHECK_FALSE(std::filesystem::exists(merged + ".part"));
    return run.err;
  };
  CHECK_THAT(refusal({one, three}), Contains("runs are missing in these files: 10") &&
                                        Contains("shard 2 of 3 is not among them"));
  CHECK_THAT(refusal({one, two, three, two}),
             Contains("holds a run that") && Contains("name each shard once"));
  const std::string other = place.folder / "other.h5";
  place.run_into(other, "--shard 3/3 --set seed=4");
  CHECK_THAT(refusal({one, two, other}),
             Contains("is of another experiment") && Contains("(seed 3 there, 4 here)"));
  const std::string more = place.folder / "more.h5";
  place.run_into(more, "--shard 3/3 --set replicates=9");
  CHECK_THAT(refusal({one, two, more}), Contains("5 replicates there, 9 here"));
  CHECK(place.merge({one, two}, one).code == 2);
  CHECK(place.merge({}, merged).code == 2);
}

TEST_CASE("A shard that is not finished is named by what to do about it") {
  const Swept place;
  const std::string one = place.run_shard(1, 2), two = place.shard_path(2, 2);
  CHECK(place.run_into(two, "--shard 2/2 --max-walltime 0:00:00").code == 75);
  CHECK(std::filesystem::exists(two + ".part"));
  const ProgramRun run = place.merge({one, two}, place.result);
  CHECK(run.code == 65);
  CHECK_THAT(run.err, Contains("a shard is not finished: give its command again"));
}

TEST_CASE("A shard whose stopping rule has not ended is a hole, although it holds replicates") {
  // A width that nothing reaches: without max_replicates it would go on and on.
  const Swept place(
      "[stop]\nmetric = \"replies\"\nhalf_width = 0.001\nmin_replicates = 4\n"
      "batch = 4\nmax_replicates = 400_000\n[output]\ndaily = \"none\"\n");
  const std::string one = place.run_shard(1, 2, "--set stop.max_replicates=8");
  const std::string two = place.shard_path(2, 2);
  RunningProgram running({"run", place.scenario_path, "-o", two, "--shard", "2/2", "--quiet"});
  REQUIRE(wait_for(two + ".part"));
  std::this_thread::sleep_for(std::chrono::milliseconds(700));  // a batch is in the journal
  running.send(SIGTERM);
  CHECK(running.wait().code == 75);
  const ProgramRun run = place.merge({one, two}, place.result);
  CHECK(run.code == 65);
  // How many depends on when it was stopped.
  CHECK_THAT(run.err, Contains("runs are missing in these files: at least ") &&
                          Contains("a shard is not finished: give its command again"));
  CHECK_FALSE(std::filesystem::exists(place.result));
}

TEST_CASE("A merge takes nothing in that stands at its place and is in no shard") {
  const Swept place;
  const std::vector<std::string> shards = {place.run_shard(1, 2), place.run_shard(2, 2)};
  const auto refused = [&](const std::string& set, const std::string& why) {
    REQUIRE(place.run("--force --set " + set).code == 0);
    const std::string before = bytes_of(place.result);
    const ProgramRun run = place.merge(shards, place.result);
    CHECK(run.code == 65);
    CHECK_THAT(run.err, Contains(why) && Contains("give another place with -o"));
    CHECK(bytes_of(place.result) == before);
    CHECK_FALSE(std::filesystem::exists(place.journal));
  };
  refused("replicates=9",
          "holds a run that is in none of the shards (point 0, campaign \"Blast\", "
          "replicate 5)");
  refused("seed=4", "holds another experiment (seed 4 there, 3 here)");
  // What an earlier merge, or one run of everything, has left is no hindrance.
  REQUIRE(place.run("--force").code == 0);
  const std::string whole = bytes_of(place.result);
  CHECK(place.merge(shards, place.result).code == 0);
  CHECK(bytes_of(place.result) == whole);
}

TEST_CASE("More shards can be merged than a process may have open files") {
  const Swept place;
  for (int shard = 1; shard <= 30; ++shard) place.run_shard(shard, 30);
  const std::string out = place.folder / "out";
  CHECK(std::system(("ulimit -n 24; '" RAPPORT_PROGRAM "' merge -o '" + place.result +
                     "' --shards 30 '" + place.folder / "s-{shard}.h5" + "' >'" + out + "' 2>&1")
                        .c_str()) == 0);
  INFO(bytes_of(out));
  CHECK(std::filesystem::exists(place.result));
}

TEST_CASE("One name stands for as many shards as there are, each of which is needed") {
  const Swept place;
  REQUIRE(place.run().code == 0);
  for (const int shard : {1, 2, 3}) place.run_shard(shard, 3);
  const std::string merged = place.folder / "m.h5", all = place.folder / "s-{shard}.h5";
  const auto merge = [&](const std::string& words) {
    return run_program("merge -o '" + merged + "' " + words);
  };
  const ProgramRun run = merge("--shards 3 '" + all + "'");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(bytes_of(merged) == bytes_of(place.result));
  const ProgramRun too_many = merge("--shards 4 '" + all + "'");
  CHECK(too_many.code == 66);
  CHECK_THAT(too_many.err, Contains("s-1-of-4.h5: does not exist"));
  const ProgramRun uncounted = merge("'" + all + "'");
  CHECK(uncounted.code == 2);
  CHECK_THAT(uncounted.err, Contains("add --shards N"));
  CHECK(merge("--shards 3 '" + place.shard_path(1, 3) + "'").code == 2);
  CHECK(merge("--shards 0 '" + all + "'").code == 2);
}

TEST_CASE("A merge into a name that stands for many files is refused") {
  const Swept place;
  const std::string one = place.run_shard(1, 1), many = place.folder / "z-{shard}.h5";
  const ProgramRun run = place.merge({one}, many);
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains(many + " (a merge writes one file, and {shard} names many); give a "
                                      "name without it with -o"));
  CHECK_FALSE(std::filesystem::exists(many));
}

TEST_CASE("A shard is resumed like a whole, and is refused in the place of another one") {
  const Swept place;
  const std::string one = place.run_shard(1, 2);
  const std::string bytes = bytes_of(one);
  CHECK_THAT(place.run_into(one, "--shard 1/2").err, Contains("resumed: 16 of 16\n"));
  CHECK(bytes_of(one) == bytes);
  CHECK_THAT(place.run_into(one, "--shard 2/2").err, Contains("shard 1/2 there, 2/2 here"));
  CHECK_THAT(place.run_into(one).err, Contains("shard 1/2 there, 1/1 here"));
  CHECK(bytes_of(one) == bytes);
}

TEST_CASE("A shard by itself can be compared, and says that it is a part") {
  const Swept place;
  const ProgramRun run = run_program("compare '" + place.run_shard(1, 2) + "'");
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("not there yet"));
}

TEST_CASE("The shard auto is the part that a launcher means, and names its file") {
  const Swept place;
  const std::string words = " '" RAPPORT_PROGRAM "' run '" + place.scenario_path + "' -o '" +
                            place.folder / "a-{shard}.h5" + "' --shard auto --quiet >'" +
                            place.folder / "out" + "'";
  REQUIRE(std::system(
              ("SLURM_ARRAY_TASK_ID=11 SLURM_ARRAY_TASK_MIN=10 SLURM_ARRAY_TASK_COUNT=2" + words)
                  .c_str()) == 0);
  CHECK(bytes_of(place.folder / "out") == "result: " + place.folder / "a-2-of-2.h5" + "\n");
  CHECK(bytes_of(place.folder / "a-2-of-2.h5") == bytes_of(place.run_shard(2, 2)));
}
