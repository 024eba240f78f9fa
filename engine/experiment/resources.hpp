// What this process may use of the machine: processors, memory, disk.
#pragma once

#include <cstdint>
#include <string>

namespace rapport {

/// Threads that the affinity mask, the control group and SLURM_CPUS_PER_TASK allow; at least 1.
unsigned allowed_threads();

/// Bytes of memory that are free for this process: the smaller of the machine's available memory
/// and what its control groups leave.
std::uint64_t available_memory();

/// Bytes of memory that this process has had at once, at most; 0 when it cannot be told.
std::uint64_t most_memory();

/// Bytes free in the folder that holds `path`; 0 when it cannot be told.
std::uint64_t free_disk(const std::string& path);

}  // namespace rapport
