#include "app/run_words.hpp"

#include <fmt/format.h>
#include <iostream>

#include "core/counted.hpp"
#include "results/version.hpp"

namespace rapport {

std::string bound_words(const Design& design) {
  return fmt::format("{}{}", design.stop.is_set() ? "at most " : "", design.shard_runs());
}

void say_resumed(const Design& kept, std::uint64_t there, const Design& asked) {
  if (there > 0) std::cerr << fmt::format("resumed: {} of {}\n", there, bound_words(kept));
  if (kept.replicates > asked.replicates) {
    std::cerr << fmt::format(
        "note: {} are there already, more than the {} asked for; all are kept{}\n",
        counted(kept.replicates, "replicate", "replicates"), asked.replicates,
        kept.stop == asked.stop ? "" : ", under the rule of [stop] that asked for them");
  }
}

void say_programs(std::span<const std::string> commits) {
  for (const std::string& commit : commits) {
    if (commit == git_commit) continue;
    std::cerr << fmt::format(
        "note: some runs were made by another rapport (commit {:.12}); if the changelog tells of "
        "results that change between that one and this ({:.12}), make all runs anew\n",
        commit, git_commit);
  }
}

ExitCode say_stopped(const Ending& ending) {
  std::cerr << fmt::format("stopped: {} of {} runs are kept; the same command continues\n",
                           ending.kept, ending.total);
  if (!ending.fail_fast || ending.failed == 0) return ExitCode::stopped;
  std::cerr << fmt::format("warning: a run failed ({})\n", ending.failure);
  return ExitCode::some_failed;
}

ExitCode say_failures(const Ending& ending) {
  if (ending.failed == 0) return ExitCode::done;
  std::cerr << fmt::format(
      "warning: {} of {} runs failed ({}); the result names them; run again to try them again\n",
      ending.failed, ending.total, ending.failure);
  return ExitCode::some_failed;
}

}  // namespace rapport
