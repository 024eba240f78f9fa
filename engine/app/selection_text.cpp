#include "app/selection_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "experiment/stop_judgement.hpp"
#include "results/needed_replicates.hpp"

namespace rapport {
namespace {

/// The choice at each point of the result; nothing where several may be the best.
std::vector<std::optional<std::size_t>> selected(const ResultReader& result) {
  const Design& design = result.design();
  const auto metric = static_cast<Measure>(measure_of(design.stop));
  const std::vector<double> final = result.final_values(metric);
  const NeededTable needed(needed_in(result.status(), design), design);
  std::vector<std::optional<std::size_t>> best;
  for (std::uint32_t point = 0; point < design.points.size(); ++point) {
    std::vector<std::vector<double>> values;
    std::uint32_t most = 0;
    for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
      const auto first =
          final.begin() + static_cast<std::ptrdiff_t>(design.position({point, campaign, 0}));
      values.emplace_back(first, first + design.replicates);
      most = std::max(most, needed.at(point, campaign).value_or(0));
    }
    best.push_back(selected_campaign(design.stop, values, most));
  }
  return best;
}

std::string replicates_text(const ResultReader& result) {
  const Design& design = result.design();
  std::uint32_t least = design.replicates, most = 0;
  for (const NeededReplicates& row : needed_in(result.status(), design)) {
    least = std::min(least, row.replicates);
    most = std::max(most, row.replicates);
  }
  if (most == 0) return {};
  const std::string range =
      least == most ? std::to_string(most) : fmt::format("{} to {}", least, most);
  const bool reached = most >= design.stop.max_replicates;
  return fmt::format("stopped by {}: {} replicates{}\n", design.stop.metric, range,
                     reached ? ", where max_replicates ended it" : "");
}

}  // namespace

std::string selection_text(const ResultReader& result) {
  const Design& design = result.design();
  if (!design.stop.is_set()) return {};
  std::string text = replicates_text(result);
  if (design.stop.kind != StopKind::select_best) return text;
  const auto best = selected(result);
  for (std::uint32_t point = 0; point < best.size(); ++point) {
    if (!design.holds(point, 0)) continue;
    const std::string where = best.size() > 1 ? fmt::format(" at point {}", point) : "";
    text +=
        best[point]
            ? fmt::format("best{} by {}: {} (right with probability {:g} if it leads by {:g})\n",
                          where, design.stop.metric, design.campaigns[*best[point]],
                          design.stop.probability, design.stop.indifference)
            : fmt::format("best{} by {}: not known after {} replicates\n", where,
                          design.stop.metric, design.stop.max_replicates);
  }
  return text;
}

nlohmann::ordered_json selection_json(const ResultReader& result) {
  const Design& design = result.design();
  if (design.stop.kind != StopKind::select_best || !design.stop.is_set()) return nullptr;
  nlohmann::ordered_json names = nlohmann::ordered_json::array();
  for (const auto& best : selected(result)) {
    names.push_back(best ? nlohmann::ordered_json(design.campaigns[*best]) : nullptr);
  }
  return names;
}

}  // namespace rapport
