// A script that runs the shards of a scenario as an array job of Slurm, and then merges them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rapport {

struct SlurmJob {
  std::string program;   // path of rapport
  std::string scenario;  // path
  std::vector<std::string> overrides;
  std::string result;  // path of the merged result
  std::uint32_t shards = 1;
  unsigned threads = 1;
  std::string network_cache;    // folder that the shards share, or empty
  std::uint64_t megabytes = 0;  // of memory, for each shard
  std::uint64_t minutes = 0;    // wall time of one go; what is left then is requeued
};

/// Text in single quotes, as a shell takes it literally.
std::string shell_quoted(const std::string& text);
/// The text itself where a shell takes that literally, else in quotes.
std::string shell_word(const std::string& text);

/// A bash script: run by hand it submits the array and a merge that waits for it; run by Slurm it
/// does their work. A shard that stops early (exit code 75) is queued again.
std::string slurm_script(const SlurmJob& job);

/// Where the shards of that result go: its path with "-{shard}" before the extension.
std::string shard_pattern(const std::string& result);

}  // namespace rapport
