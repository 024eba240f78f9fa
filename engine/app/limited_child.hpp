// Work on a file that may be hostile, in a process of its own with little memory and time.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace rapport {

struct ChildLimits {
  std::uint64_t bytes = std::uint64_t{4} << 30;  // of address space
  unsigned seconds = 600;                        // of processor time
};

/// Runs `act` in a child process and gives what it returns. A Failure of the child is thrown here;
/// a child that crashes, or needs more than it may have, is Failure(bad_data) about `path`. To be
/// called before the process has other threads.
std::string in_limited_child(const std::string& path, const ChildLimits& limits,
                             const std::function<std::string()>& act);

}  // namespace rapport
