#include "analysis/findings/notes.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "statistics/simultaneous.hpp"

namespace rapport {
namespace {

constexpr std::size_t most_named = 10;

/// "Spam blast: replicates 3, 17 and 4 more".
std::string named_runs(const std::vector<RunKey>& runs, const std::string& campaign,
                       bool name_points) {
  std::string text = campaign + ": ";
  for (std::size_t i = 0; i < std::min(runs.size(), most_named); ++i) {
    if (i > 0) text += ", ";
    if (name_points) text += fmt::format("point {} ", runs[i].point);
    text += fmt::format("replicate {}", runs[i].replicate);
  }
  if (runs.size() > most_named) text += fmt::format(" and {} more", runs.size() - most_named);
  return text;
}

void add_missing(const Comparison& comparison, RunStatus status, const char* what,
                 std::vector<std::string>& notes) {
  for (std::size_t campaign = 0; campaign < comparison.design.campaigns.size(); ++campaign) {
    std::vector<RunKey> runs;
    for (const MissingRun& missing : comparison.missing) {
      if (missing.status == status && missing.run.campaign == campaign) runs.push_back(missing.run);
    }
    if (runs.empty()) continue;
    notes.push_back(fmt::format(
        "{} {} ({}); left out together with their partners, never guessed.",
        count_of(runs.size(), "run"), what,
        named_runs(runs, comparison.design.campaigns[campaign], comparison.points.size() > 1)));
  }
}

void add_budgets(const Comparison& comparison, std::vector<std::string>& notes) {
  for (const PointFindings& point : comparison.points) {
    for (const BudgetFinding& budget : point.budgets) {
      if (!budget.unequal) continue;
      std::vector<std::string> spent;
      for (std::size_t c = 0; c < budget.mean.size(); ++c) {
        spent.push_back(comparison.design.campaigns[c] + " " + human_number(budget.mean[c]));
      }
      const std::string where =
          comparison.points.size() > 1
              ? fmt::format(" where {}", point_words(point.point, comparison.design))
              : "";
      notes.push_back(
          fmt::format("Budgets are unequal{}: {} are {}. Compare per {} as well.", where,
                      measure_words(budget.budget), join_names(spent),
                      budget.budget == Measure::hours_spent ? "hour" : "unit of money"));
      if (comparison.points.size() > 1) return;  // one example is enough in an overview
    }
  }
}

/// What looking again and again does to what was found.
void add_stopping(const StopRule& rule, std::vector<std::string>& notes) {
  if (!rule.is_set()) return;
  notes.push_back(
      rule.kind == StopKind::precision
          ? fmt::format("Replicates were added until the intervals of {} were narrow enough: they "
                        "hold a little less often than 95 %, and far less often if the first {} "
                        "showed nothing of a rare event.",
                        rule.metric, count_of(rule.min_replicates, "replicate"))
          : fmt::format(
                "Campaigns got replicates until they fell behind in {}: its intervals, which "
                "do not allow for that, hold a little less often than 95 %.",
                rule.metric));
}

}  // namespace

std::vector<std::string> notes_on(const Comparison& comparison) {
  const Design& design = comparison.design;
  std::vector<std::string> notes;
  if (comparison.partial) {
    const std::size_t planned =
        comparison.points.size() * design.campaigns.size() * design.replicates;
    notes.push_back(fmt::format("The result is partial: {} of {} are there.",
                                planned - comparison.missing.size(), count_of(planned, "run")));
  }
  add_missing(comparison, RunStatus::failed, "failed", notes);
  add_missing(comparison, RunStatus::not_run, "not there yet", notes);
  if (design.replicates < MaxT::fewest_replicates) {
    notes.push_back(fmt::format(
        "Only {}: intervals from so few lean on the assumption that differences are normally "
        "distributed.",
        count_of(design.replicates, "replicate")));
  }
  add_stopping(design.stop, notes);
  add_budgets(comparison, notes);
  notes.push_back(
      "Intervals hold with 95 % for all campaigns of one measure at once, not for all measures at "
      "once: of twenty measures without a true difference about one looks different by luck.");
  if (!design.network_per_replicate) {
    notes.push_back(
        "The network was drawn once: its luck is not in the intervals (network.per_replicate = "
        "true would include it).");
  }
  return notes;
}

}  // namespace rapport
