#include "experiment/resources.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <sched.h>
#include <unistd.h>

#include "tests/app/program.hpp"

using namespace rapport;

namespace {

/// SLURM_CPUS_PER_TASK for the length of a test.
class SlurmThreads {
 public:
  explicit SlurmThreads(const char* text) {
    const char* before = std::getenv(name);
    had_ = before != nullptr;
    if (had_) before_ = before;
    ::setenv(name, text, 1);
  }
  ~SlurmThreads() {
    if (had_) {
      ::setenv(name, before_.c_str(), 1);
    } else {
      ::unsetenv(name);
    }
  }
  SlurmThreads(const SlurmThreads&) = delete;
  SlurmThreads& operator=(const SlurmThreads&) = delete;

 private:
  static constexpr const char* name = "SLURM_CPUS_PER_TASK";
  bool had_ = false;
  std::string before_;
};

unsigned processors_of_this_process() {
  cpu_set_t set;
  CPU_ZERO(&set);
  REQUIRE(::sched_getaffinity(0, sizeof set, &set) == 0);
  return static_cast<unsigned>(CPU_COUNT(&set));
}

}  // namespace

TEST_CASE("There is at least one thread, and never more than processors") {
  CHECK(allowed_threads() >= 1);
  CHECK(allowed_threads() <= processors_of_this_process());
}

TEST_CASE("A process bound to one processor gets one thread") {
  cpu_set_t before, one;
  CPU_ZERO(&before);
  REQUIRE(::sched_getaffinity(0, sizeof before, &before) == 0);
  int first = 0;
  while (!CPU_ISSET(first, &before)) ++first;
  CPU_ZERO(&one);
  CPU_SET(first, &one);
  REQUIRE(::sched_setaffinity(0, sizeof one, &one) == 0);
  const unsigned threads = allowed_threads();
  REQUIRE(::sched_setaffinity(0, sizeof before, &before) == 0);
  CHECK(threads == 1);
}

TEST_CASE("Slurm's share of the machine limits the threads, but adds none") {
  const unsigned without = allowed_threads();
  {
    const SlurmThreads one("1");
    CHECK(allowed_threads() == 1);
  }
  const SlurmThreads many("100000");
  CHECK(allowed_threads() <= processors_of_this_process());
  CHECK(allowed_threads() >= without);
}

TEST_CASE("A senseless SLURM_CPUS_PER_TASK is ignored") {
  const SlurmThreads nothing("");
  const unsigned threads = allowed_threads();
  for (const char* text : {"0", "-3", "many", "99999999999999999999"}) {
    const SlurmThreads senseless(text);
    INFO(text);
    CHECK(allowed_threads() == threads);
  }
}

TEST_CASE("Free memory is more than none and not more than the machine has") {
  const auto machine = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) *
                       static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  CHECK(available_memory() > 0);
  CHECK(available_memory() <= machine);
}

TEST_CASE("The free disk is that of the folder which holds the file, there or not yet there") {
  const test::TemporaryFolder folder;
  CHECK(free_disk(folder / "result.h5") > 0);
  CHECK(free_disk("result.h5") > 0);
  CHECK(free_disk(folder / "no such folder/result.h5") == 0);
}
