// What `rapport run`, `merge` and rapport-mpi say on stderr of runs that are there, are missing or
// failed.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/failure.hpp"
#include "results/design.hpp"

namespace rapport {

/// Runs that the design has, or its shard: "40", or "at most 40" under a stopping rule.
std::string bound_words(const Design& design);

/// How many of the runs of `kept` are there, if any, and whether they are more than are asked for.
void say_resumed(const Design& kept, std::uint64_t there, const Design& asked);

/// Tells of runs that programs of other commits made.
void say_programs(std::span<const std::string> commits);

/// How work on a result ended.
struct Ending {
  std::uint64_t kept = 0;    // runs that need not be done again
  std::string total;         // runs that were wanted, in words
  std::uint64_t failed = 0;  // runs
  std::string failure;       // the message of one of them
  bool fail_fast = false;    // whether a failure ends the work
};

/// Before everything was run: how to go on; the exit code for it.
ExitCode say_stopped(const Ending& ending);
/// After everything was run: which failed, if any; the exit code for it.
ExitCode say_failures(const Ending& ending);

}  // namespace rapport
