#include "results/complete_result.hpp"

#include <algorithm>
#include <filesystem>

#include "results/design_difference.hpp"
#include "results/output_file.hpp"
#include "results/result_file.hpp"
#include "results/version.hpp"

namespace rapport {
namespace {

bool all_done(const Design& design, const std::vector<RunStatus>& status) {
  for (std::size_t at = 0; at < status.size(); ++at) {
    if (status[at] == RunStatus::done || status[at] == RunStatus::not_needed) continue;
    const RunKey run = design.key(at);
    if (status[at] == RunStatus::failed || design.holds(run.point, run.replicate)) return false;
  }
  return true;
}

/// What stands in a file beside its runs.
bool same_words(const Design& there, const Design& here) {
  return there.title == here.title && there.scenario == here.scenario &&
         there.scenario_name == here.scenario_name && there.command_line == here.command_line &&
         there.expectations == here.expectations && there.stop == here.stop;
}

}  // namespace

std::optional<Design> complete_result(const std::string& path, const Design& design) {
  std::error_code error;
  if (!std::filesystem::exists(path, error) || std::filesystem::exists(journal_path(path), error)) {
    return std::nullopt;
  }
  const ResultFile file(path);
  const Design& there = file.design();
  if (!design_difference(there, design).empty()) return std::nullopt;
  // Of more replicates than are asked for nothing is taken away.
  const bool more = !design.stop.is_set() && there.replicates > design.replicates;
  const bool equal = design.stop.is_set() || there.replicates == design.replicates;
  if (!more && !(equal && same_words(there, design))) return std::nullopt;
  if (file.written_by() != git_commit || !all_done(there, file.status())) return std::nullopt;
  return there;
}

}  // namespace rapport
