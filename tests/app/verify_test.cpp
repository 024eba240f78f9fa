// `rapport verify` and `rapport replay`: is a result what was written, and does it come again?
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <hdf5.h>
#include <vector>

#include "app/limited_child.hpp"
#include "core/failure.hpp"
#include "tests/app/place.hpp"
#include "tests/experiment/studies.hpp"

using namespace rapport::test;
using Catch::Contains;
using rapport::ExitCode;

namespace {

struct Finished : Place {
  Finished() : Place(6, 3, 200) { REQUIRE(run().code == 0); }

  ProgramRun verify(const std::string& words = "") const {
    return run_program("verify '" + result + "' " + words);
  }
  ProgramRun replay(const std::string& words) const {
    return run_program("replay '" + result + "' " + words);
  }
};

/// Changes an attribute as another program would, which costs the file its seal.
void set_number(const std::string& path, const std::string& object, const std::string& name,
                double value) {
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  const hid_t before =
      H5Aopen_by_name(file, object.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT);
  const hid_t type = H5Aget_type(before), scalar = H5Aget_space(before);
  H5Aclose(before);
  // Anew: HDF5 1.10 cannot always write over the attributes of an object that has many.
  CHECK(H5Adelete_by_name(file, object.c_str(), name.c_str(), H5P_DEFAULT) >= 0);
  const hid_t attribute = H5Acreate_by_name(file, object.c_str(), name.c_str(), type, scalar,
                                            H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  CHECK(H5Awrite(attribute, H5T_NATIVE_DOUBLE, &value) >= 0);
  H5Aclose(attribute);
  H5Tclose(type);
  H5Sclose(scalar);
  H5Fclose(file);
}

}  // namespace

TEST_CASE("A result that is whole is said to be so, with its runs and checksum") {
  const Finished place;
  const ProgramRun run = place.verify();
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("whole: " + place.result + " (6 of 6 runs done; content "));
  CHECK_THAT(place.verify("--json").out, Contains("\"sealed\": true"));
  CHECK(place.verify("--quiet").out.empty());
}

TEST_CASE("A journal is looked through too") {
  const Place place(6, 3, 200);
  CHECK(place.run("--max-walltime 0:00:00").code == 75);
  const ProgramRun run = run_program("verify '" + place.result + "'");
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("(a journal: 0 of 6 runs done)"));
  std::string bytes = bytes_of(place.journal);
  for (std::size_t at = 4096; at < bytes.size(); at += 97) bytes[at] = 'x';
  place.folder.write("r.h5.part", bytes);
  CHECK(run_program("verify '" + place.result + "'").code == 65);
}

TEST_CASE("Truncated and bit-flipped results are refused with a message, every time") {
  const Finished place;
  const std::string whole = bytes_of(place.result);
  for (int k = 1; k < 40; ++k) {
    std::string bytes = whole;
    if (k % 2 == 0) {
      bytes.resize(whole.size() * static_cast<std::size_t>(k) / 40);
    } else {
      bytes[whole.size() * static_cast<std::size_t>(k) / 40] ^= 4;
    }
    place.folder.write("r.h5", bytes);
    const ProgramRun run = place.verify();
    INFO(k << ": " << run.err);
    CHECK(run.code == 65);
    CHECK_THAT(run.err, Contains("r.h5: is"));
    CHECK(run.out.empty());
  }
}

TEST_CASE("A bit flipped in a file that has lost its seal is refused or found harmless") {
  const Finished place;
  const std::string whole = bytes_of(place.result);
  for (int k = 1; k < 40; ++k) {
    std::string bytes = whole.substr(0, whole.size() - 16);
    bytes[bytes.size() * static_cast<std::size_t>(k) / 40] ^= 16;
    place.folder.write("r.h5", bytes);
    const ProgramRun run = place.verify();
    INFO(k << ": " << run.err);
    CHECK((run.code == 65 || run.code == 0));
  }
}

TEST_CASE("What an unsealed file says of its design has to be what its settings say") {
  const Place place(6, 3, 200);
  REQUIRE(place
              .run("--set 'sweep={method=\"sobol\",size=2,\"trust.gain\"={min=0.1,max=0.4,scale="
                   "\"log\"}}'")
              .code == 0);
  const std::string whole = bytes_of(place.result);
  const auto verify_with = [&](const std::string& object, const std::string& name, double value) {
    place.folder.write("r.h5", whole);
    set_number(place.result, object, name, value);
    return run_program("verify '" + place.result + "'");
  };
  const ProgramRun as_it_was = verify_with("/", "seed", 3);
  CHECK(as_it_was.code == 0);
  CHECK_THAT(as_it_was.out, Contains("without a seal"));
  const auto refused = [&](const ProgramRun& run, const std::string& why) {
    INFO(why);
    CHECK(run.code == 65);
    CHECK_THAT(run.err, Contains(why));
  };
  refused(verify_with("/", "seed", 4), "seed is 4, its settings say 3");
  refused(verify_with("/", "horizon_days", 5), "horizon_days is 5, its settings say 6");
  refused(verify_with("/", "people", 199), "network.people is 199, its settings say 200");
  refused(verify_with("/", "network_per_replicate", 1), "network.per_replicate is true");
  refused(verify_with("parameter_trust_gain", "range_high", 0.5),
          "trust.gain is drawn from 0.1 to 0.5, log; its settings say 0.1 to 0.4, log; size 2");
}

TEST_CASE("A sweep over a campaign whose name holds an equals sign is whole") {
  const TemporaryFolder folder;
  folder.write("names.toml", R"(horizon_days = 3
replicates = 2
[network]
people = 100
[[campaign]]
name = "A=B"
strategy = "spam-blast"
hours_per_day = 1
[sweep]
method = "grid"
'campaign."A=B".hours_per_day' = [1, 2]
)");
  const std::string result = folder / "names.h5";
  const ProgramRun run = run_program("run '" + (folder / "names.toml") + "' -o '" + result + "'");
  INFO(run.err);
  REQUIRE(run.code == 0);
  CHECK(run_program("verify '" + result + "'").code == 0);
}

TEST_CASE("A missing result is a missing input for verify and replay") {
  CHECK(run_program("verify no.h5").code == 66);
  CHECK(run_program("replay no.h5 --run 0").code == 66);
}

TEST_CASE("Every run of a result comes again the same") {
  const Finished place;
  for (int run = 0; run < 6; ++run) {
    const ProgramRun again = place.replay("--run " + std::to_string(run));
    INFO(again.err);
    CHECK(again.code == 0);
    CHECK_THAT(again.out, Contains("same: run " + std::to_string(run) + " (point 0, "));
  }
  CHECK(place.replay("--run 6").code == 2);
  CHECK(place.replay("--run -1").code == 2);
  CHECK(place.replay("").code == 2);
}

TEST_CASE("A run of a sweep is replayed at its own point") {
  const Place place(6, 2, 200);
  CHECK(place.run("--set 'sweep.\"trust.gain\"=[0.1,0.4]'").code == 0);
  const ProgramRun again = run_program("replay '" + place.result + "' --run 5 --json");
  CHECK(again.code == 0);
  CHECK_THAT(again.out, Contains("\"point\": 1"));
}

TEST_CASE("The story of a person has every message that it read, in a run that is the same") {
  const Place place(30, 1, 100);
  REQUIRE(place.run().code == 0);
  const std::string replay = "replay '" + place.result + "' --run 0 ";
  const ProgramRun run = run_program(replay + "--person 7");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("same: run 0 (point 0, Blast, replicate 0)") &&
                          Contains("person 7: trust 0.0000, annoyance 0 at first\n") &&
                          Contains("at the end: trust "));
  CHECK(run_program(replay + "--person 100").code == 2);
  CHECK(run_program(replay + "--person anna").code == 2);
}

TEST_CASE("A run with another measure than it has when it runs again is not the same") {
  const Finished place;
  const hid_t file = H5Fopen(place.result.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  const hid_t replies = H5Dopen(file, "/replies", H5P_DEFAULT);
  std::vector<double> values(6);
  H5Dread(replies, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
  values[0] += 1;
  CHECK(H5Dwrite(replies, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0);
  H5Dclose(replies);
  H5Fclose(file);
  for (const char* words : {"--run 0", "--run 0 --person 7"}) {
    const ProgramRun again = place.replay(words);
    CHECK(again.code == 65);
    CHECK_THAT(again.err, Contains("run 0 is another one now") && Contains("replies: "));
  }
  CHECK(place.replay("--run 1 --person 7").code == 0);
}

TEST_CASE("A run is replayed from a journal, which is said to be partial") {
  const Finished place;
  CHECK(place.replay("--run 0").err.empty());
  REQUIRE(place.run("--set replicates=4 --max-walltime 0:00:00").code == 75);
  const ProgramRun again = run_program("replay '" + place.journal + "' --run 0");
  INFO(again.err);
  CHECK(again.code == 0);
  CHECK_THAT(again.err, Contains("the result is partial"));
}

TEST_CASE("A replay that misses files of the scenario says where it looked for them") {
  const Place place(6, 2, 200);
  place.folder.write("ties.csv", "0,1\n1,2\n2,3\n3,4\n4,0\n");
  REQUIRE(place.run("--set 'network={kind=\"file\",path=\"ties.csv\"}'").code == 0);
  const TemporaryFolder elsewhere;
  const std::string moved = elsewhere / "r.h5";
  std::filesystem::rename(place.result, moved);
  const ProgramRun lost = run_program("replay '" + moved + "' --run 1");
  CHECK(lost.code == 66);
  CHECK_THAT(lost.err, Contains("s.toml:") && Contains("name their folder with --folder"));
  const std::string folder = std::filesystem::path(place.scenario_path).parent_path();
  CHECK(run_program("replay '" + moved + "' --run 1 --folder '" + folder + "'").code == 0);
}

TEST_CASE("A person of a network from a file is called as the file calls it") {
  const Place place(30, 1, 100);
  place.folder.write("ties.csv", "anna,bert\nbert,carl\ncarl,dora\n");
  REQUIRE(place.run("--set 'network={kind=\"file\",path=\"ties.csv\"}'").code == 0);
  const std::string replay = "replay '" + place.result + "' --run 1 ";
  CHECK_THAT(run_program(replay + "--person carl").out, Contains("person carl: "));
  CHECK(run_program(replay + "--person 2").code == 2);
}

TEST_CASE("A run whose network file has changed since is not replayed") {
  const Place place(6, 2, 200);
  place.folder.write("ties.csv", "0,1\n1,2\n2,3\n3,4\n4,0\n");
  const ProgramRun run = place.run("--set 'network={kind=\"file\",path=\"ties.csv\"}'");
  INFO(run.err);
  REQUIRE(run.code == 0);
  CHECK(run_program("replay '" + place.result + "' --run 1").code == 0);
  place.folder.write("ties.csv", "0,1\n1,2\n2,3\n3,4\n4,1\n");
  const ProgramRun changed = run_program("replay '" + place.result + "' --run 1");
  CHECK(changed.code == 65);
  CHECK_THAT(changed.err, Contains("the file of network.path has other content"));
}

TEST_CASE("A child that crashes, takes too much memory or time is damage, not a crash") {
  const auto failure = [](const rapport::ChildLimits& limits, const auto& act) {
    return failure_of([&] { rapport::in_limited_child("f.h5", limits, act); });
  };
  const auto crashed = failure({}, []() -> std::string { std::abort(); });
  CHECK(crashed.first == ExitCode::bad_data);
  CHECK_THAT(crashed.second, Contains("f.h5: is damaged (reading it crashes"));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  const auto large = failure({.bytes = std::uint64_t{1} << 30},
                             [] { return std::string(std::size_t{1} << 31, 'x').substr(0, 1); });
  CHECK(large.first == ExitCode::bad_data);
  CHECK_THAT(large.second, Contains("more than 1024 MiB of memory"));
#endif
  const auto slow = failure({.seconds = 1}, []() -> std::string {
    for (std::atomic<std::uint64_t> k = 0;; ++k) {
    }
  });
  CHECK_THAT(slow.second, Contains("takes longer than 1 s"));
  CHECK(rapport::in_limited_child("f.h5", {}, [] { return std::string("fine"); }) == "fine");
}
