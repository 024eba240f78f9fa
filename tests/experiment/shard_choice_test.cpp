// Which shard the words of the command or the environment mean.
#include "experiment/shard_choice.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <set>

#include "tests/experiment/studies.hpp"

using namespace rapport;
using Catch::Contains;

namespace {

/// Sets variables for as long as it lives, and no other one that a launcher sets.
class Environment {
 public:
  explicit Environment(const std::map<std::string, std::string>& variables) {
    for (const char* name :
         {"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_COUNT",
          "SLURM_ARRAY_TASK_STEP", "SLURM_PROCID", "SLURM_NTASKS", "SLURM_STEP_NUM_TASKS",
          "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "PMI_RANK", "PMI_SIZE"}) {
      ::unsetenv(name);
    }
    for (const auto& [name, value] : variables) {
      ::setenv(name.c_str(), value.c_str(), 1);
      names_.push_back(name);
    }
  }
  ~Environment() {
    for (const auto& name : names_) ::unsetenv(name.c_str());
  }

 private:
  std::vector<std::string> names_;
};

std::string automatic(const std::map<std::string, std::string>& variables) {
  const Environment environment(variables);
  return chosen_shard("auto").text();
}

}  // namespace

TEST_CASE("A shard counts from 1 to the number of shards, anything else is refused") {
  CHECK(chosen_shard("1/1").is_whole());
  CHECK(chosen_shard("3/7") == Shard{2, 7});
  for (const std::string text : {"0/3", "4/3", "3", "a/3", "1/0", "/", "1/3x", "-1/3", ""}) {
    const auto [code, message] = test::failure_of([&] { chosen_shard(text); });
    CHECK(code == ExitCode::usage);
    CHECK_THAT(message, Contains("--shard " + text) && Contains("i/n"));
  }
}

TEST_CASE("Every replicate of every point is in one shard, and shards are about equally large") {
  const auto deal = GENERATE(Shard::Deal::replicates, Shard::Deal::points);
  for (const std::uint32_t count : {1u, 2u, 7u}) {
    std::vector<int> held(count, 0);
    for (std::uint32_t point = 0; point < 21; ++point) {
      for (std::uint32_t replicate = 0; replicate < 10; ++replicate) {
        int holders = 0;
        for (std::uint32_t index = 0; index < count; ++index) {
          if (!Shard{index, count}.holds(point, replicate, 21, deal)) continue;
          ++holders;
          ++held[index];
        }
        CHECK(holders == 1);
      }
    }
    const auto [least, most] = std::minmax_element(held.begin(), held.end());
    CHECK(*most - *least <= (deal == Shard::Deal::points ? 10 : 1));
  }
}

TEST_CASE("A design counts the runs of its shard as they are dealt out") {
  Design design;
  design.campaigns = {"a", "b"};
  design.points.resize(5);
  design.replicates = 3;
  design.stop.metric = GENERATE(std::string(), std::string("sales"));
  for (std::uint32_t index = 0; index < 4; ++index) {
    design.shard = {index, 4};
    std::size_t runs = 0;
    for (std::size_t at = 0; at < design.runs(); ++at) {
      const RunKey run = design.key(at);
      CHECK(design.position(run) == at);
      runs += design.holds(run.point, run.replicate);
    }
    CHECK(design.shard_runs() == runs);
  }
}

TEST_CASE("Slurm's arrays and steps, Open MPI and PMI say which shard a process is") {
  CHECK(automatic({{"SLURM_ARRAY_TASK_ID", "3"},
                   {"SLURM_ARRAY_TASK_MIN", "1"},
                   {"SLURM_ARRAY_TASK_COUNT", "7"}}) == "3/7");
  CHECK(automatic({{"SLURM_ARRAY_TASK_ID", "14"},
                   {"SLURM_ARRAY_TASK_MIN", "10"},
                   {"SLURM_ARRAY_TASK_STEP", "2"},
                   {"SLURM_ARRAY_TASK_COUNT", "3"}}) == "3/3");
  CHECK(automatic({{"SLURM_PROCID", "0"}, {"SLURM_NTASKS", "4"}}) == "1/4");
  CHECK(automatic({{"OMPI_COMM_WORLD_RANK", "1"}, {"OMPI_COMM_WORLD_SIZE", "2"}}) == "2/2");
  CHECK(automatic({{"PMI_RANK", "1"}, {"PMI_SIZE", "2"}}) == "2/2");
  // Under mpirun in a job of Slurm the ranks count, in an array of parallel tasks both.
  CHECK(automatic({{"SLURM_PROCID", "0"},
                   {"SLURM_NTASKS", "1"},
                   {"OMPI_COMM_WORLD_RANK", "3"},
                   {"OMPI_COMM_WORLD_SIZE", "4"}}) == "4/4");
  CHECK(automatic({{"SLURM_ARRAY_TASK_ID", "2"},
                   {"SLURM_ARRAY_TASK_MIN", "1"},
                   {"SLURM_ARRAY_TASK_COUNT", "3"},
                   {"PMI_RANK", "1"},
                   {"PMI_SIZE", "2"}}) == "4/6");
}

TEST_CASE("Without a launcher, or with numbers that make no shard, auto is refused") {
  const auto refused = [](const std::map<std::string, std::string>& variables) {
    const Environment environment(variables);
    return test::failure_of([] { chosen_shard("auto"); });
  };
  CHECK(refused({}).first == ExitCode::usage);
  CHECK_THAT(refused({}).second, Contains("write --shard i/n"));
  CHECK(refused({{"PMI_RANK", "2"}, {"PMI_SIZE", "2"}}).first == ExitCode::usage);
  // An array of the numbers 1, 5 and 9 has no regular step.
  CHECK(refused({{"SLURM_ARRAY_TASK_ID", "9"},
                 {"SLURM_ARRAY_TASK_MIN", "1"},
                 {"SLURM_ARRAY_TASK_COUNT", "3"}})
            .first == ExitCode::usage);
  // A task of an array that does not know how many there are is not the only one.
  const auto half =
      refused({{"SLURM_ARRAY_TASK_ID", "9"}, {"SLURM_PROCID", "0"}, {"SLURM_NTASKS", "1"}});
  CHECK(half.first == ExitCode::usage);
  CHECK_THAT(half.second,
             Contains("does not know how many tasks this Slurm array has (of SLURM_ARRAY_TASK_ID"));
}

TEST_CASE("The name of a shard stands where the path asks for it") {
  CHECK(path_of_shard("a-{shard}.h5", {1, 3}) == "a-2-of-3.h5");
  CHECK(path_of_shard("a.h5", {1, 3}) == "a.h5");
}
