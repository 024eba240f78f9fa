// The script for Slurm, run with programs that only look like Slurm's.
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/app/place.hpp"

using namespace rapport::test;
using Catch::Contains;

namespace {

/// A scenario in a folder of its own with programs that come before those of the system, and note
/// what they are given.
struct Site : Place {
  Site() : Place(4, 2, 100) { std::filesystem::create_directory(folder / "bin"); }

  /// A program of that name, which notes its words and then does as it is told.
  void install(const std::string& name, const std::string& does) const {
    const std::string path = folder.write(
        "bin/" + name, "#!/bin/sh\necho \"" + name + " $*\" >>'" + noted_ + "'\n" + does + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  }
  /// Runs words of a shell in the folder.
  ProgramRun shell(const std::string& words) const {
    const int status = std::system(("cd '" + folder / "" + "' && PATH='" + folder / "bin" +
                                    "':$PATH && { " + words + "; } >out 2>err")
                                       .c_str());
    return {WEXITSTATUS(status), bytes_of(folder / "out"), bytes_of(folder / "err")};
  }
  ProgramRun plan(const std::string& words) const {
    return shell("'" RAPPORT_PROGRAM "' plan s.toml --sbatch " + words);
  }
  std::string noted() const { return bytes_of(noted_); }

 private:
  std::string noted_ = folder / "noted";
};

/// How the second of three shards ends with such a program when Slurm's answers to questions for
/// its job come from this command.
struct EndedShard {
  int code;
  std::string noted;
};
EndedShard ended_shard(const std::string& program, const std::string& scontrol) {
  const Site site;
  REQUIRE(site.plan("--shards 3").code == 0);
  site.install("program", program);
  site.install("scontrol", scontrol);
  site.install("sleep", "");
  site.install("told", "");
  const ProgramRun run = site.shell(
      "RAPPORT=program SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=2 bash s.slurm.sh shard");
  return {run.code, site.noted()};
}

}  // namespace

TEST_CASE("A shard whose time was over is queued again, one that is done or cancelled is not") {
  const std::string running = "echo JobState=RUNNING Reason=None",
                    timed_out = "echo JobState=COMPLETING Reason=TimeLimit",
                    cancelled = "echo JobState=COMPLETING Reason=None";
  const auto [code, says, again] = GENERATE_COPY(table<int, std::string, bool>({
      {75, running, true},
      {75, timed_out, true},
      {75, cancelled, false},
      {75, "exit 1", true},  // nobody answers: better once too often than a sweep with a hole
      {0, running, false},
      {65, running, false},
  }));
  const EndedShard shard = ended_shard("exit " + std::to_string(code), says);
  CHECK(shard.code == code);
  CHECK_THAT(shard.noted, Contains("program run "));
  CHECK((shard.noted.find("scontrol requeue 7_2\n") != std::string::npos) == again);
}

TEST_CASE("Slurm tells the program by itself, so that the script neither ends nor tells it again") {
  const std::string program = "trap 'told again' TERM; kill -TERM $PPID; /bin/sleep 0.3; exit 75";
  const EndedShard shard = ended_shard(program, "echo JobState=COMPLETING Reason=TimeLimit");
  CHECK_THAT(shard.noted, Contains("scontrol requeue 7_2\n") && !Contains("told again"));
}

TEST_CASE("The merge waits for the array, also where Slurm names the cluster with the job") {
  const Site site;
  REQUIRE(site.plan("--shards 3").code == 0);
  site.install("sbatch", "echo '12;east'");
  const ProgramRun run = site.shell("bash s.slurm.sh");
  CHECK(run.code == 0);
  CHECK_THAT(site.noted(), Contains("--array=1-3 ") && Contains("--dependency=afterok:12 "));
}

TEST_CASE("A script asks for no more time than there is, and leaves before that is over") {
  const Site site;
  REQUIRE(site.plan("--set replicates=100_000_000 --max-walltime 0-02:00").code == 0);
  const std::string script = bytes_of(site.folder / "s.slurm.sh");
  CHECK_THAT(script, Contains("--time=2:00:00 ") && Contains("--max-walltime 1:55:00 "));
  CHECK(site.plan("--max-walltime 0:01:59").code == 2);
  CHECK(site.shell("'" RAPPORT_PROGRAM "' plan s.toml --max-walltime 2:00:00").code == 2);
}

TEST_CASE("A script for a result that could not be written or merged is not made") {
  const Site site;
  const ProgramRun many = site.plan("-o 'r-{shard}.h5'");
  CHECK(many.code == 2);
  CHECK_THAT(many.err,
             Contains("r-{shard}.h5 (the script names the files of the shards by itself"));
  CHECK(site.plan("-o nowhere/r.h5").code == 73);
  CHECK_FALSE(std::filesystem::exists(site.folder / "s.slurm.sh"));
}

TEST_CASE("What a plan tells to submit can be given to a shell as it is") {
  const Site site;
  std::filesystem::copy_file(site.scenario_path, site.folder / "it's mine.toml");
  const ProgramRun run = site.shell("'" RAPPORT_PROGRAM
                                    "' plan \"it's mine.toml\" --sbatch | "
                                    "sed -n 's/.*submit with: \\(.*\\))$/\\1/p' >words");
  REQUIRE(run.code == 0);
  site.install("sbatch", "echo 12");
  CHECK(site.shell(". ./words").code == 0);
  CHECK_THAT(site.noted(), Contains("it's mine.slurm.sh shard"));
}
