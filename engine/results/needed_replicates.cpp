#include "results/needed_replicates.hpp"

#include <algorithm>

namespace rapport {

NeededTable::NeededTable(std::span<const NeededReplicates> rows, const Design& design)
    : campaigns_(design.campaigns.size()),
      table_(design.points.size() * campaigns_,
             design.stop.is_set() ? unknown : design.replicates) {
  if (!design.stop.is_set()) most_ = design.replicates;
  for (const NeededReplicates& row : rows) {
    if (row.point >= design.points.size() || row.campaign >= campaigns_) continue;
    table_[row.point * campaigns_ + row.campaign] = row.replicates;
    most_ = std::max(most_, row.replicates);
  }
}

std::optional<std::uint32_t> NeededTable::at(std::uint32_t point, std::uint32_t campaign) const {
  const std::uint32_t replicates = table_[point * campaigns_ + campaign];
  return replicates == unknown ? std::nullopt : std::optional(replicates);
}

RunStatus NeededTable::absent(RunKey run) const {
  return run.replicate < table_[run.point * campaigns_ + run.campaign] ? RunStatus::not_run
                                                                       : RunStatus::not_needed;
}

std::vector<NeededReplicates> needed_in(std::span<const RunStatus> status, const Design& design) {
  std::vector<NeededReplicates> rows;
  if (!design.stop.is_set()) return rows;
  for (std::uint32_t point = 0; point < design.points.size(); ++point) {
    if (!design.holds(point, 0)) continue;
    for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
      const auto first =
          status.begin() + static_cast<std::ptrdiff_t>(design.position({point, campaign, 0}));
      const auto unneeded = std::count(first, first + design.replicates, RunStatus::not_needed);
      rows.push_back({point, campaign, design.replicates - static_cast<std::uint32_t>(unneeded)});
    }
  }
  return rows;
}

}  // namespace rapport
