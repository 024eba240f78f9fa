#include "experiment/shard_choice.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <optional>

#include "core/failure.hpp"

namespace rapport {
namespace {

/// What a launcher says of one of the processes that it has started.
struct Launcher {
  const char* rank;  // from 0
  const char* size;
};
// The one nearest to the process first: mpirun inside a Slurm job has ranks of its own.
constexpr std::array launchers{
    Launcher{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"}, Launcher{"PMI_RANK", "PMI_SIZE"},
    Launcher{"SLURM_PROCID", "SLURM_STEP_NUM_TASKS"}, Launcher{"SLURM_PROCID", "SLURM_NTASKS"}};

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::uint32_t> number_of(const char* variable) {
  const char* text = std::getenv(variable);
  return text == nullptr ? std::nullopt : number_in(text);
}

std::optional<Shard> shard_of_launcher() {
  for (const Launcher& launcher : launchers) {
    const auto rank = number_of(launcher.rank), size = number_of(launcher.size);
    if (rank && size) return Shard{*rank, *size};
  }
  return std::nullopt;
}

[[noreturn]] void refuse(const std::string& problem) {
  throw Failure(ExitCode::usage, fmt::format("--shard {}", problem));
}

/// The place of a task among those of a Slurm array, whatever numbers the array counts with.
std::optional<Shard> shard_of_array() {
  if (std::getenv("SLURM_ARRAY_TASK_ID") == nullptr) return std::nullopt;
  const auto task = number_of("SLURM_ARRAY_TASK_ID");
  const auto first = number_of("SLURM_ARRAY_TASK_MIN");
  const auto count = number_of("SLURM_ARRAY_TASK_COUNT");
  // Without them each task would take itself for the only one.
  if (!task || !first || !count) {
    refuse(
        "auto does not know how many tasks this Slurm array has (of SLURM_ARRAY_TASK_ID, "
        "SLURM_ARRAY_TASK_MIN and SLURM_ARRAY_TASK_COUNT each has to be a number); write "
        "--shard i/n");
  }
  const std::uint32_t step = number_of("SLURM_ARRAY_TASK_STEP").value_or(1);
  return Shard{(*task - *first) / (step == 0 ? 1 : step), *count};
}

Shard expect_shard(const Shard& shard, const std::string& text) {
  if (shard.count >= 1 && shard.count <= most_shards && shard.index < shard.count) return shard;
  refuse(
      fmt::format("{} (it must be i/n with i from 1 to n, n at most {}); write 1/4 for the "
                  "first of four",
                  text, most_shards));
}

Shard automatic() {
  const auto array = shard_of_array(), launcher = shard_of_launcher();
  if (!array && !launcher) {
    refuse(
        "auto, but neither Slurm nor mpirun has started this process (it goes by "
        "SLURM_ARRAY_TASK_ID, SLURM_PROCID, OMPI_COMM_WORLD_RANK or PMI_RANK); write --shard i/n");
  }
  // Tasks of an array that are parallel themselves share their part further.
  const Shard outer = array.value_or(Shard{}), inner = launcher.value_or(Shard{});
  const std::uint64_t count = std::uint64_t{outer.count} * inner.count;
  if (inner.index >= inner.count || outer.index >= outer.count || count > most_shards) {
    refuse(
        fmt::format("auto: the environment says {} and {}, which are no shards; write --shard "
                    "i/n",
                    outer.text(), inner.text()));
  }
  return {outer.index * inner.count + inner.index, static_cast<std::uint32_t>(count)};
}

}  // namespace

Shard chosen_shard(const std::string& text) {
  if (text == "auto") return automatic();
  const std::size_t slash = text.find('/');
  const auto index = number_in(std::string_view(text).substr(0, slash));
  const auto count = slash == std::string::npos
                         ? std::nullopt
                         : number_in(std::string_view(text).substr(slash + 1));
  // i counts from 1; 0 becomes the largest number, which is no shard.
  return expect_shard(Shard{index.value_or(0) - 1, count.value_or(0)}, text);
}

std::string path_of_shard(const std::string& path, const Shard& shard) {
  constexpr std::string_view placeholder = "{shard}";
  std::string named = path;
  const std::size_t at = named.find(placeholder);
  if (at == std::string::npos) return named;
  return named.replace(at, placeholder.size(),
                       fmt::format("{}-of-{}", shard.index + 1, shard.count));
}

}  // namespace rapport
