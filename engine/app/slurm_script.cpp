#include "app/slurm_script.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <string_view>

namespace rapport {
namespace {

// {0} program, {1} run words, {2} shards, {3} threads, {4} memory, {5} minutes, {6} margin in
// minutes, {7} shard files, {8} result, {9} name
constexpr const char* pattern = R"sh(#!/usr/bin/env bash
# Runs {2} shards as an array job of Slurm and merges them when all are done.
# usage: bash {9}        submits both jobs; give it again to continue what was cut off
set -euo pipefail
rapport={0}
if [[ -n ${{RAPPORT:-}} ]]; then read -ra rapport <<<"$RAPPORT"; fi
script=$(realpath "$0")

submit() {{
  array=$(sbatch --parsable --job-name=rapport --array=1-{2} --requeue --open-mode=append \
    --cpus-per-task={3} --mem={4}M --time={5} "$script" shard)
  # On several clusters the number of a job is followed by a semicolon and the cluster's name.
  sbatch --parsable --job-name=rapport-merge --dependency="afterok:${{array%%;*}}" \
    --kill-on-invalid-dep=yes --cpus-per-task=1 --mem={4}M --time={5} "$script" merge
}}

# Goes on later when its time was over, or nobody knows why it ended, but not when it was cancelled.
queue_again() {{
  local task=${{SLURM_ARRAY_JOB_ID}}_$SLURM_ARRAY_TASK_ID job
  if job=$(scontrol show job "$task") && [[ ! $job =~ JobState=RUNNING|Reason=TimeLimit ]]; then
    return
  fi
  scontrol requeue "$task" || return 0
  sleep 60 # Slurm ends this job meanwhile
}}

run_shard() {{
  # Before Slurm ends a job it tells the program and this shell, which is to see how that ends.
  trap : TERM USR1 INT
  code=0
  "${{rapport[@]}}" run {1} --shard "$SLURM_ARRAY_TASK_ID/{2}" --max-walltime {6} --no-progress ||
    code=$?
  if ((code == 75)); then queue_again; fi
  # 3: some runs failed; the merged result names them
  if ((code == 3)); then code=0; fi
  exit "$code"
}}

case ${{1:-submit}} in
  submit) submit ;;
  shard) run_shard ;;
  merge) exec "${{rapport[@]}}" merge -o {8} --shards {2} {7} ;;
esac
)sh";

std::string clock(std::uint64_t minutes) {
  return fmt::format("{}:{:02}:00", minutes / 60, minutes % 60);
}

}  // namespace

std::string shell_quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char letter : text) quoted += letter == '\'' ? "'\\''" : std::string(1, letter);
  return quoted + "'";
}

std::string shell_word(const std::string& text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-";
  return !text.empty() && text.find_first_not_of(plain) == text.npos ? text : shell_quoted(text);
}

std::string shard_pattern(const std::string& result) {
  const std::filesystem::path path(result);
  return (path.parent_path() / (path.stem().string() + "-{shard}" + path.extension().string()))
      .string();
}

std::string slurm_script(const SlurmJob& job) {
  const std::string shards = shard_pattern(job.result);
  std::string words = shell_quoted(job.scenario);
  for (const std::string& change : job.overrides) words += " --set " + shell_quoted(change);
  if (!job.network_cache.empty()) words += " --network-cache " + shell_quoted(job.network_cache);
  words += " -o " + shell_quoted(shards);
  // Time enough to write the file of the shard, and for Slurm to notice.
  const std::uint64_t margin = job.minutes > 20 ? 5 : 1;
  return fmt::format(fmt::runtime(pattern), shell_quoted(job.program), words, job.shards,
                     job.threads, job.megabytes, clock(job.minutes), clock(job.minutes - margin),
                     shell_quoted(shards), shell_quoted(job.result),
                     shell_word(std::filesystem::path(job.scenario).stem().string() + ".slurm.sh"));
}

}  // namespace rapport
