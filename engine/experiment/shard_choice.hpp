// Which shard of an experiment this process is to run.
#pragma once

#include <cstdint>
#include <string>

#include "results/shard.hpp"

namespace rapport {

/// So many may share an experiment.
inline constexpr std::uint32_t most_shards = 100'000;

/// The shard of "i/n", i from 1 to n, or of "auto": what Slurm, Open MPI or another launcher says
/// of this process in its environment. Throws Failure(usage).
Shard chosen_shard(const std::string& text);

/// `path` with "{shard}" replaced by "2-of-7", so that processes which are given the same command
/// write files of their own.
std::string path_of_shard(const std::string& path, const Shard& shard);

}  // namespace rapport
