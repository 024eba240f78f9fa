#include "experiment/replicate_targets.hpp"

#include <algorithm>
#include <numeric>

#include "experiment/stop_judgement.hpp"
#include "results/journal_tables.hpp"
#include "statistics/luck.hpp"

namespace rapport {

RunNews news_of(const RunRecord& run, const StopRule& rule) {
  RunNews news{.key = run.key, .failed = run.status == RunStatus::failed};
  if (!news.failed && rule.is_set()) news.value = run.result.final[measure_of(rule)];
  return news;
}

ReplicateTargets::ReplicateTargets(const Design& design, const Journal& journal)
    : design_(design),
      campaigns_(design.campaigns.size()),
      most_(design.stop.is_set() ? first_look(design.stop) : design.replicates) {
  const std::uint32_t first = most_;
  for (std::uint32_t point = 0; point < design.points.size(); ++point) {
    const bool ours = !design.stop.is_set() || design.holds(point, 0);
    wanted_.insert(wanted_.end(), campaigns_, ours ? first : 0);
  }
  most_ = std::ranges::max(wanted_);
  if (!design.stop.is_set()) return;
  max_t_.emplace(luck_of_statistics(design.seed));
  values_.resize(wanted_.size());
  const std::size_t measure = measure_of(design.stop);
  RunCursor cursor(journal.tables(), design, RunCursor::Daily::leave_out);
  for (StoredRun run; cursor.next(run);) {
    if (run.status == RunStatus::done) note({.key = run.key, .value = run.final[measure]});
  }
}

std::uint64_t ReplicateTargets::runs() const {
  if (!design_.stop.is_set()) return design_.shard_runs();
  return std::accumulate(wanted_.begin(), wanted_.end(), std::uint64_t{0});
}

void ReplicateTargets::note(const RunNews& run) {
  if (run.failed || values_.empty()) return;
  auto& values = values_[run.key.point * campaigns_ + run.key.campaign];
  if (values.size() <= run.key.replicate) {
    values.resize(run.key.replicate + 1, std::numeric_limits<double>::quiet_NaN());
  }
  values[run.key.replicate] = run.value;
}

bool ReplicateTargets::advance() {
  if (!design_.stop.is_set()) return false;
  bool more = false;
  for (std::uint32_t point = 0; point < design_.points.size(); ++point) {
    if (design_.holds(point, 0)) more |= advance_point(point);
  }
  most_ = std::ranges::max(wanted_);
  return more;
}

bool ReplicateTargets::advance_point(std::uint32_t point) {
  const auto first = wanted_.begin() + static_cast<std::ptrdiff_t>(point * campaigns_);
  const std::vector<std::uint32_t> before(first, first + static_cast<std::ptrdiff_t>(campaigns_));
  const std::span<const std::vector<double>> values =
      std::span(values_).subspan(point * campaigns_, campaigns_);
  const auto now = replicates_wanted(design_.stop, design_.baseline, values, before, *max_t_);
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
