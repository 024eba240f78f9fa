#include "analysis/findings/compare.hpp"

#include <algorithm>

#include "analysis/findings/budget.hpp"
#include "analysis/findings/headline.hpp"
#include "analysis/findings/headline_measures.hpp"
#include "analysis/findings/notes.hpp"
#include "analysis/findings/ranking.hpp"
#include "analysis/findings/sweep.hpp"
#include "analysis/findings/turning_day.hpp"

namespace rapport {
namespace {

/// Final values of all measures, read once; [measure][point][campaign][replicate].
using FinalValues = std::vector<std::vector<double>>;

FinalValues read_all(const ResultTable& table) {
  FinalValues values;
  for (std::size_t m = 0; m < measure_count; ++m) {
    values.push_back(table.final_values(static_cast<Measure>(m)));
  }
  return values;
}

CampaignColumns columns_of(const FinalValues& values, Measure measure, const Design& design,
                           std::uint32_t point) {
  CampaignColumns columns;
  for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
    const std::span<const double> all = values[static_cast<std::size_t>(measure)];
    columns.push_back(all.subspan(design.position({point, campaign, 0}), design.replicates));
  }
  return columns;
}

std::vector<HeadlineColumns> headline_columns(const FinalValues& values, Family family,
                                              const Design& design, std::uint32_t point) {
  std::vector<HeadlineColumns> headlines;
  for (const Measure measure : headline_measures(family)) {
    headlines.push_back({measure, columns_of(values, measure, design, point)});
  }
  return headlines;
}

std::vector<TurningDay> turns_at(const ResultTable& table, std::uint32_t point,
                                 Inference& inference) {
  const Design& design = table.design;
  std::vector<TurningDay> turns;
  if (!design.daily || design.days == 0) return turns;
  const auto days = static_cast<std::size_t>(design.days);
  for (const Measure measure : headline_result) {
    const std::vector<float> daily = table.daily_values_at(measure, point);
    if (daily.empty()) continue;
    const DailyCourse course = {measure, design.campaigns.size(), design.replicates, days, daily};
    for (TurningDay& turn : turning_days(course, inference)) turns.push_back(std::move(turn));
  }
  return turns;
}

PointFindings findings_at(const FinalValues& values, const Design& design, std::uint32_t point,
                          std::size_t baseline, Inference& inference) {
  PointFindings found;
  found.point = point;
  for (std::size_t m = 0; m < measure_count; ++m) {
    const auto measure = static_cast<Measure>(m);
    found.measures.push_back(
        measure_finding(measure, columns_of(values, measure, design, point), baseline, inference));
  }
  const auto activity = headline_columns(values, Family::activity, design, point);
  const auto result = headline_columns(values, Family::result, design, point);
  found.activity = rank_family(Family::activity, activity, inference);
  found.result = rank_family(Family::result, result, inference);
  found.disagreements = disagreements(found.activity, found.result);
  std::vector<HeadlineColumns> all = activity;
  all.insert(all.end(), result.begin(), result.end());
  for (const Measure budget : {Measure::hours_spent, Measure::money_spent}) {
    found.budgets.push_back(budget_finding(budget, columns_of(values, budget, design, point), all,
                                           baseline, inference));
  }
  found.headline = headline(design, found.activity, found.result, result, inference);
  return found;
}

/// Lets go of the findings of all other measures.
void keep_only(const std::vector<Measure>& kept, PointFindings& found) {
  const auto drop_from = [&](auto& findings) {
    std::erase_if(findings, [&](const auto& each) {
      return std::find(kept.begin(), kept.end(), each.measure) == kept.end();
    });
    findings.shrink_to_fit();
  };
  drop_from(found.measures);
  drop_from(found.activity.measures);
  drop_from(found.result.measures);
  for (BudgetFinding& budget : found.budgets) drop_from(budget.per_unit);
}

/// Runs of the points from `first` to before `last` that are not done.
std::vector<MissingRun> missing_runs(const ResultTable& table, std::uint32_t first,
                                     std::uint32_t last) {
  std::vector<MissingRun> missing;
  const Design& design = table.design;
  for (std::uint32_t point = first; point < last; ++point) {
    for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
      for (std::uint32_t replicate = 0; replicate < design.replicates; ++replicate) {
        const RunKey run = {point, campaign, replicate};
        const RunStatus status = table.status[design.position(run)];
        if (status == RunStatus::done || status == RunStatus::not_needed) continue;
        missing.push_back({run, status});
      }
    }
  }
  return missing;
}

}  // namespace

const MeasureFinding& PointFindings::of(Measure measure) const {
  return *std::find_if(measures.begin(), measures.end(),
                       [&](const MeasureFinding& each) { return each.measure == measure; });
}

Comparison compare(const ResultTable& table, const CompareOptions& options) {
  const Design& design = table.design;
  const auto points = static_cast<std::uint32_t>(design.points.size());
  const std::uint32_t first = options.point.value_or(0);
  const std::uint32_t last = options.point ? first + 1 : points;
  Inference inference(design.seed);
  Comparison comparison;
  comparison.design = design;
  comparison.baseline = options.baseline.value_or(design.baseline);
  comparison.partial = table.partial;
  comparison.missing = missing_runs(table, first, last);
  const FinalValues values = read_all(table);
  for (std::uint32_t point = first; point < last; ++point) {
    PointFindings found = findings_at(values, design, point, comparison.baseline, inference);
    if (options.kept && last - first > 1) keep_only(*options.kept, found);
    comparison.points.push_back(std::move(found));
  }
  if (comparison.points.size() == 1) {
    comparison.points.front().turns = turns_at(table, first, inference);
    comparison.sentence = comparison.points.front().headline.sentence;
  } else {
    comparison.winner_changes = winner_changes(design, comparison.points);
    comparison.sentence = sweep_sentence(design, comparison.points, comparison.winner_changes);
  }
  comparison.expectations = judge_expectations(table, inference);
  comparison.notes = notes_on(comparison);
  return comparison;
}

Comparison compare(const ResultReader& reader, const CompareOptions& options) {
  return compare(table_of(reader), options);
}

}  // namespace rapport
