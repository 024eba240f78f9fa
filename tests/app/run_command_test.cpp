// `rapport run`: what it prints, its exit codes, and that nothing which existed is lost.
#include <catch2/catch.hpp>

#include "results/journal_tables.hpp"
#include "tests/app/place.hpp"

using rapport::test::bytes_of;
using rapport::test::Place;
using rapport::test::ProgramRun;
using rapport::test::run_program;

namespace {

// Four runs that take no time.
struct ShortRun : Place {
  ShortRun() : Place(4, 2, 200) {}
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A run names its result last on stdout, talks on stderr and leaves no journal") {
  const ShortRun place;
  const ProgramRun first = place.run();
  CHECK(first.code == 0);
  CHECK(first.out == "result: " + place.result + "\n");
  CHECK(holds(first.err, "2 campaigns x 2 replicates x 1 point = 4 runs"));
  CHECK_FALSE(holds(first.err, "resumed"));
  CHECK_FALSE(std::filesystem::exists(place.journal));
  CHECK(place.run("--quiet").err.empty());
}

TEST_CASE("A finished run is resumed, not run again, and its bytes stay") {
  const ShortRun place;
  place.run();
  const std::string bytes = bytes_of(place.result);
  const ProgramRun again = place.run("--threads 1");
  CHECK(again.code == 0);
  CHECK(holds(again.err, "resumed: 4 of 4\n"));
  CHECK(bytes_of(place.result) == bytes);
}

TEST_CASE("More replicates extend a result to the bytes of one run, fewer leave it as it is") {
  const ShortRun place;
  place.run();
  CHECK(holds(place.run("--set replicates=5").err, "resumed: 4 of 10\n"));
  const std::string at_once = place.folder / "at_once.h5";
  place.run_into(at_once, "--set replicates=5");
  CHECK(bytes_of(place.result) == bytes_of(at_once));
  const ProgramRun fewer = place.run("--set replicates=3");
  CHECK(holds(fewer.err, "5 replicates are there already"));
  CHECK(bytes_of(place.result) == bytes_of(at_once));
}

TEST_CASE("Whoever goes on with the runs of another program is told so") {
  const ShortRun place;
  CHECK(place.run("--max-walltime 0:00:00").code == 75);
  const std::string note = "note: some runs were made by another rapport (commit 0123456789ab)";
  CHECK_FALSE(holds(place.run("--max-walltime 0:00:00").err, "note:"));
  rapport::JournalTables::open(place.journal).note_program("0123456789abcdef");
  const ProgramRun run = place.run();
  CHECK(run.code == 0);
  CHECK(holds(run.err, note));
  CHECK_FALSE(holds(place.run().err, "note:"));
}

TEST_CASE("A smaller max_replicates than there are leaves a result as it is, and says so") {
  const Place place(2, 2, 100);
  const auto with = [](const std::string& rule) {
    return "--set 'stop={metric=\"replies\",min_replicates=2,batch=2," + rule + "}'";
  };
  REQUIRE(place.run(with("half_width=1e-9,max_replicates=6")).code == 0);
  const ProgramRun fewer = place.run(with("half_width=1e-9,max_replicates=4"));
  CHECK(fewer.code == 0);
  CHECK(holds(fewer.err, "6 replicates are there already, more than the 4 asked for"));
  CHECK(holds(fewer.err, "under the rule of [stop] that asked for them"));
}

TEST_CASE("Of campaigns that never differed none is said to be the best") {
  const Place place(2, 2, 100);
  const std::string rule =
      "--set 'stop={rule=\"select-best\",metric=\"sales\",indifference=1,min_replicates=3}' ";
  // Without a market nobody buys, so no campaign has shown anything.
  const ProgramRun none = place.run(rule + "--set market.in_market_share=0");
  INFO(none.err);
  CHECK(none.code == 0);
  CHECK(holds(none.out, "best by sales: not known (Blast, Notes did not differ in the first 3"));
  CHECK(holds(place.run(rule + "--set market.in_market_share=0 --json").out, "\"best\":[null]"));
  // Everybody is in the market: a blast sells far more on two days than notes do.
  const std::string other = place.folder / "o.h5";
  const ProgramRun some = place.run_into(other, rule + "--set market.in_market_share=1");
  CHECK(holds(some.out, "best by sales: Blast (right with probability 0.95"));
}

TEST_CASE("Another design is refused and the result kept, unless --force starts anew") {
  const ShortRun place;
  place.run();
  const std::string bytes = bytes_of(place.result);
  const ProgramRun refused = place.run("--set seed=4");
  CHECK(refused.code == 65);
  CHECK(holds(refused.err, "seed 3 there, 4 here"));
  // A text that --set has written anew differs in every comment; what differs is one number.
  const ProgramRun hours = place.run("--set 'campaign.\"Notes\".hours_per_day=3'");
  CHECK(holds(hours.err, "(campaign.\"Notes\".hours_per_day: 2 there, 3 here)"));
  CHECK(holds(place.run("--set trust.gain=0.3").err, "(trust.gain: 0.2 there, 0.3 here)"));
  CHECK(bytes_of(place.result) == bytes);
  CHECK(place.run("--set seed=4 --force").code == 0);
  CHECK(bytes_of(place.result) != bytes);
}

TEST_CASE("Starting anew with --force discards nothing for a run that cannot be made") {
  const ShortRun place;
  place.run();
  const std::string bytes = bytes_of(place.result);
  CHECK(place.run("--force --set horizon_days=65000 --set replicates=1_000_000_000").code ==
        73);  // more than any disk
  CHECK(place.run("--force --set network.people=0").code == 65);
  CHECK(bytes_of(place.result) == bytes);
}

TEST_CASE("Starting anew with --force does not discard a file that is no result") {
  const ShortRun place;
  place.folder.write("r.h5", "my thesis");
  CHECK(place.run("--force").code == 65);
  CHECK(bytes_of(place.result) == "my thesis");
}

TEST_CASE("A place where no result can stand is refused before anything runs") {
  const ShortRun place;
  const ProgramRun run = place.run_into(place.folder / "missing/r.h5");
  CHECK(run.code == 73);
  CHECK(holds(run.err, "does not exist); create it first"));
  CHECK_FALSE(holds(run.err, "runs;"));
}

TEST_CASE("Mistakes in the command of a run have exit code 2 and say what is allowed") {
  const ShortRun place;
  CHECK(run_program("run '" + place.scenario_path + "'").code == 2);
  CHECK(place.run_into("").code == 2);
  const ProgramRun threads = place.run("--threads -1");
  CHECK(threads.code == 2);
  CHECK(holds(threads.err, "--threads -1 (it must be 1 to 4096)"));
}

TEST_CASE("A scenario that is missing has exit code 66, one with mistakes 65") {
  const ShortRun place;
  CHECK(run_program("run '" + (place.folder / "no.toml") + "' -o '" + place.result + "'").code ==
        66);
  CHECK(place.run("--set horizon_days=0").code == 65);
  CHECK_FALSE(std::filesystem::exists(place.result));
}
