#include "experiment/missing_runs.hpp"

namespace rapport {

MissingRuns::MissingRuns(const Journal& journal)
    : design_(journal.design()), begun_(design_.runs(), false) {
  for (const RunKey run : journal.finished()) begun_[design_.position(run)] = true;
}

std::uint64_t MissingRuns::count(const ReplicateTargets& targets) const {
  std::uint64_t count = 0;
  for (std::uint32_t replicate = 0; replicate < targets.most(); ++replicate) {
    for (std::uint32_t point = 0; point < design_.points.size(); ++point) {
      count += missing_campaigns(point, replicate, targets).size();
    }
  }
  return count;
}

std::optional<Item> MissingRuns::next(const ReplicateTargets& targets) {
  const std::uint64_t points = design_.points.size();
  for (const std::uint64_t turns = targets.most() * points; turn_ < turns;) {
    const auto replicate = static_cast<std::uint32_t>(turn_ / points);
    const auto point = static_cast<std::uint32_t>(turn_ % points);
    ++turn_;
    Item item{replicate, point, missing_campaigns(point, replicate, targets)};
    for (const std::uint32_t campaign : item.campaigns) {
      begun_[design_.position({point, campaign, replicate})] = true;
    }
    if (!item.campaigns.empty()) return item;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> MissingRuns::missing_campaigns(std::uint32_t point,
                                                          std::uint32_t replicate,
                                                          const ReplicateTargets& targets) const {
  std::vector<std::uint32_t> campaigns;
  if (!design_.holds(point, replicate)) return campaigns;
  for (std::uint32_t campaign = 0; campaign < design_.campaigns.size(); ++campaign) {
    if (replicate >= targets.wanted(point, campaign)) continue;
    if (!begun_[design_.position({point, campaign, replicate})]) campaigns.push_back(campaign);
  }
  return campaigns;
}

}  // namespace rapport
