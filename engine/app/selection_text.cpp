#include "app/selection_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <vector>

#include "experiment/stop_judgement.hpp"
#include "results/needed_replicates.hpp"

namespace rapport {
namespace {

/// The values of the rule's measure at one point, [campaign][replicate].
std::vector<std::vector<double>> values_at(std::uint32_t point, const std::vector<double>& final,
                                           const Design& design) {
  std::vector<std::vector<double>> values;
  for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
    const auto first =
        final.begin() + static_cast<std::ptrdiff_t>(design.position({point, campaign, 0}));
    values.emplace_back(first, first + design.replicates);
  }
  return values;
}

/// Campaigns that were as good as the chosen one in every replicate of the first look. How they
/// vary is taken from there, so the choice among them has no probability: of rare events nothing
/// had been seen yet.
std::vector<std::size_t> no_different(std::size_t best,
                                      const std::vector<std::vector<double>>& values,
                                      const StopRule& rule) {
  std::vector<std::size_t> same;
  const auto first =
      static_cast<std::ptrdiff_t>(std::min<std::size_t>(first_look(rule), values[best].size()));
  for (std::size_t k = 0; k < values.size(); ++k) {
    const auto end = values[best].begin() + first;
    if (k != best && std::equal(values[best].begin(), end, values[k].begin())) same.push_back(k);
  }
  return same;
}

/// What the rule has found out about a point.
struct Choice {
  std::optional<std::size_t> best;    // nothing where several may be
  std::vector<std::size_t> equal_to;  // see no_different; then the best is not known either
  bool is_known() const { return best && equal_to.empty(); }
};

std::vector<Choice> choices(const ResultReader& result) {
  const Design& design = result.design();
  const std::vector<double> final =
      result.final_values(static_cast<Measure>(measure_of(design.stop)));
  const NeededTable needed(needed_in(result.status(), design), design);
  std::vector<Choice> choices(design.points.size());
  for (std::uint32_t point = 0; point < choices.size(); ++point) {
    std::uint32_t most = 0;
    for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
      most = std::max(most, needed.at(point, campaign).value_or(0));
    }
    const auto values = values_at(point, final, design);
    Choice& choice = choices[point];
    choice.best = selected_campaign(design.stop, values, most);
    if (choice.best) choice.equal_to = no_different(*choice.best, values, design.stop);
  }
  return choices;
}

std::string choice_text(const Choice& choice, const Design& design) {
  if (!choice.best) return fmt::format("not known after {} replicates", design.stop.max_replicates);
  const std::string& name = design.campaigns[*choice.best];
  if (choice.is_known()) {
    return fmt::format("{} (right with probability {:g} if it leads by {:g})", name,
                       design.stop.probability, design.stop.indifference);
  }
  std::vector<std::string> names{name};
  for (const std::size_t k : choice.equal_to) names.push_back(design.campaigns[k]);
  return fmt::format(
      "not known ({} did not differ in the first {} replicates); let more come first, with "
      "min_replicates and max_replicates, or take another metric",
      fmt::join(names, ", "), first_look(design.stop));
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
                     reached ? "; max_replicates was reached" : "");
}

}  // namespace

std::string selection_text(const ResultReader& result) {
  const Design& design = result.design();
  if (!design.stop.is_set()) return {};
  std::string text = replicates_text(result);
  if (design.stop.kind != StopKind::select_best) return text;
  const auto all = choices(result);
  for (std::uint32_t point = 0; point < all.size(); ++point) {
    if (!design.holds(point, 0)) continue;
    const std::string where = all.size() > 1 ? fmt::format(" at point {}", point) : "";
    text += fmt::format("best{} by {}: {}\n", where, design.stop.metric,
                        choice_text(all[point], design));
  }
  return text;
}

nlohmann::ordered_json selection_json(const ResultReader& result) {
  const Design& design = result.design();
  if (design.stop.kind != StopKind::select_best || !design.stop.is_set()) return nullptr;
  nlohmann::ordered_json names = nlohmann::ordered_json::array();
  for (const Choice& choice : choices(result)) {
    names.push_back(choice.is_known() ? nlohmann::ordered_json(design.campaigns[*choice.best])
                                      : nullptr);
  }
  return names;
}

}  // namespace rapport
