#include "experiment/resources.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <sched.h>

namespace rapport {
namespace {

// The control group's files hold a number or the word "max".
std::optional<std::uint64_t> read_number(const char* path) {
  std::ifstream file(path);
  std::uint64_t number = 0;
  if (file >> number) return number;
  return std::nullopt;
}

unsigned threads_by_affinity() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  return static_cast<unsigned>(CPU_COUNT(&set));
}

unsigned threads_by_control_group() {
  std::ifstream file("/sys/fs/cgroup/cpu.max");
  double quota = 0, period = 0;
  if (!(file >> quota >> period) || period <= 0) return std::numeric_limits<unsigned>::max();
  return static_cast<unsigned>(std::max(1.0, std::ceil(quota / period)));
}

unsigned threads_by_slurm() {
  const char* text = std::getenv("SLURM_CPUS_PER_TASK");
  unsigned threads = 0;
  if (text && std::from_chars(text, text + std::strlen(text), threads).ec == std::errc{} &&
      threads > 0) {
    return threads;
  }
  return std::numeric_limits<unsigned>::max();
}

std::uint64_t machine_memory() {
  std::ifstream file("/proc/meminfo");
  std::string word;
  while (file >> word) {
    std::uint64_t kibibytes = 0;
    if (word == "MemAvailable:" && file >> kibibytes) return kibibytes * 1024;
  }
  return std::numeric_limits<std::uint64_t>::max();
}

}  // namespace

unsigned allowed_threads() {
  return std::max(
      1u, std::min({threads_by_affinity(), threads_by_control_group(), threads_by_slurm()}));
}

std::uint64_t available_memory() {
  std::uint64_t available = machine_memory();
  const auto limit = read_number("/sys/fs/cgroup/memory.max");
  const auto used = read_number("/sys/fs/cgroup/memory.current");
  if (limit && used) available = std::min(available, *limit > *used ? *limit - *used : 0);
  return available;
}

std::uint64_t free_disk(const std::string& path) {
  std::error_code error;
  auto folder = std::filesystem::path(path).parent_path();
  if (folder.empty()) folder = ".";
  const auto space = std::filesystem::space(folder, error);
  return error ? 0 : space.available;
}

}  // namespace rapport
