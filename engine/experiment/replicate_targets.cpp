#include "experiment/replicate_targets.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "experiment/stop_judgement.hpp"
#include "results/journal_tables.hpp"

namespace rapport {

ReplicateTargets::ReplicateTargets(const Design& design, const Journal& journal)
    : design_(design), campaigns_(design.campaigns.size()) {
  const std::uint32_t first = design.stop.is_set() ? first_look(design.stop) : design.replicates;
  for (std::uint32_t point = 0; point < design.points.size(); ++point) {
    const bool ours = !design.stop.is_set() || design.holds(point, 0);
    wanted_.insert(wanted_.end(), campaigns_, ours ? first : 0);
  }
  if (!design.stop.is_set()) return;
  values_.resize(wanted_.size());
  RunCursor cursor(journal.tables(), design, RunCursor::Daily::leave_out);
  for (StoredRun run; cursor.next(run);) {
    if (run.status == RunStatus::done) note_value(run.key, run.final);
  }
}

std::uint32_t ReplicateTargets::most() const {
  return *std::max_element(wanted_.begin(), wanted_.end());
}

std::uint64_t ReplicateTargets::runs() const {
  if (!design_.stop.is_set()) return design_.shard_runs();
  return std::accumulate(wanted_.begin(), wanted_.end(), std::uint64_t{0});
}

void ReplicateTargets::note(const RunRecord& run) {
  if (run.status == RunStatus::done && !values_.empty()) note_value(run.key, run.result.final);
}

void ReplicateTargets::note_value(RunKey run, std::span<const double> final) {
  auto& values = values_[run.point * campaigns_ + run.campaign];
  if (values.size() <= run.replicate) {
    values.resize(run.replicate + 1, std::numeric_limits<double>::quiet_NaN());
  }
  values[run.replicate] = final[measure_of(design_.stop)];
}

bool ReplicateTargets::advance() {
  if (!design_.stop.is_set()) return false;
  bool more = false;
  for (std::uint32_t point = 0; point < design_.points.size(); ++point) {
    if (design_.holds(point, 0)) more |= advance_point(point);
  }
  return more;
}

bool ReplicateTargets::advance_point(std::uint32_t point) {
  const auto first = wanted_.begin() + static_cast<std::ptrdiff_t>(point * campaigns_);
  const std::vector<std::uint32_t> before(first, first + static_cast<std::ptrdiff_t>(campaigns_));
  const std::span<const std::vector<double>> values =
      std::span(values_).subspan(point * campaigns_, campaigns_);
  const auto now = replicates_wanted(design_.stop, design_.baseline, values, before);
  std::copy(now.begin(), now.end(), first);
  return now != before;
}

std::vector<NeededReplicates> ReplicateTargets::needed() const {
  std::vector<NeededReplicates> rows;
  if (!design_.stop.is_set()) return rows;
  for (std::uint32_t point = 0; point < design_.points.size(); ++point) {
    if (!design_.holds(point, 0)) continue;
    for (std::uint32_t campaign = 0; campaign < campaigns_; ++campaign) {
      rows.push_back({point, campaign, wanted(point, campaign)});
    }
  }
  return rows;
}

}  // namespace rapport
