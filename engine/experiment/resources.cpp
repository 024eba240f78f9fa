#include "experiment/resources.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <limits>
#include <optional>
#include <sched.h>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {
namespace {

/// How the two versions of control groups name things; version 2 names no controller.
struct MemoryFiles {
  std::string_view controller;
  std::string_view root;
  std::string_view limit, used;
  const char* cached;  // a word in memory.stat
};
constexpr std::array memory_files{
    MemoryFiles{"", "/sys/fs/cgroup", "/memory.max", "/memory.current", "inactive_file"},
    MemoryFiles{"memory", "/sys/fs/cgroup/memory", "/memory.limit_in_bytes",
                "/memory.usage_in_bytes", "total_inactive_file"}};

/// The folders of this process's control group and of those around it, each of which limits it; in
/// a container only the one at the top may be seen.
std::vector<std::string> control_groups(const MemoryFiles& files) {
  const std::string top(files.root);
  std::vector<std::string> folders{top};
  std::ifstream file("/proc/self/cgroup");
  for (std::string line; std::getline(file, line);) {  // NUMBER:CONTROLLER:/PATH
    const std::string wanted = fmt::format(":{}:/", files.controller);
    const std::size_t found = line.find(wanted);
    if (found == std::string::npos) continue;
    std::filesystem::path path(line.substr(found + wanted.size()));
    for (; !path.empty(); path = path.parent_path()) folders.push_back(top + "/" + path.string());
  }
  return folders;
}

// The control group's files hold a number or the word "max".
std::optional<std::uint64_t> read_number(const std::string& path) {
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
  unsigned threads = std::numeric_limits<unsigned>::max();
  for (const std::string& group : control_groups(memory_files[0])) {
    std::ifstream file(group + "/cpu.max");
    double quota = 0, period = 0;
    if (!(file >> quota >> period) || period <= 0) continue;
    threads = std::min(threads, static_cast<unsigned>(std::max(1.0, std::ceil(quota / period))));
  }
  return threads;
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

/// The number behind a word in a file of words and numbers.
std::optional<std::uint64_t> number_after(const std::string& wanted, const std::string& path) {
  std::ifstream file(path);
  std::uint64_t number = 0;
  for (std::string word; file >> word;) {
    if (word == wanted && file >> number) return number;
  }
  return std::nullopt;
}

std::uint64_t machine_memory() {
  const auto kibibytes = number_after("MemAvailable:", "/proc/meminfo");
  return kibibytes ? *kibibytes * 1024 : std::numeric_limits<std::uint64_t>::max();
}

std::uint64_t memory_by_control_group() {
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (const MemoryFiles& files : memory_files) {
    for (const std::string& group : control_groups(files)) {
      const auto limit = read_number(group + std::string(files.limit));
      const auto used = read_number(group + std::string(files.used));
      if (!limit || !used) continue;
      // What the kernel keeps of files read long ago counts as used and is given back on demand.
      const std::uint64_t cached = number_after(files.cached, group + "/memory.stat").value_or(0);
      const std::uint64_t taken = *used > cached ? *used - cached : 0;
      least = std::min(least, *limit > taken ? *limit - taken : 0);
    }
  }
  return least;
}

}  // namespace

unsigned allowed_threads() {
  return std::max(
      1u, std::min({threads_by_affinity(), threads_by_control_group(), threads_by_slurm()}));
}

std::uint64_t available_memory() {
  return std::min(machine_memory(), memory_by_control_group());
}

std::uint64_t most_memory() {
  return number_after("VmHWM:", "/proc/self/status").value_or(0) * 1024;
}

std::uint64_t free_disk(const std::string& path) {
  std::error_code error;
  auto folder = std::filesystem::path(path).parent_path();
  if (folder.empty()) folder = ".";
  const auto space = std::filesystem::space(folder, error);
  return error ? 0 : space.available;
}

}  // namespace rapport
