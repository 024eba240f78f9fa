#include "analysis/findings/differences.hpp"

#include <algorithm>

#include "statistics/replicates_needed.hpp"

namespace rapport {
namespace {

Verdict direction(double difference, Better better) {
  const bool higher = difference > 0;
  switch (better) {
    case Better::higher:
      return higher ? Verdict::better : Verdict::worse;
    case Better::lower:
      return higher ? Verdict::worse : Verdict::better;
    case Better::neither:
      break;
  }
  return higher ? Verdict::more : Verdict::less;
}

void judge(Difference& found, double critical, Better better) {
  const Sample& sample = found.paired.difference;
  if (sample.count == 0) return;
  found.verdict = found.paired.identical() ? Verdict::identical : Verdict::cannot_tell;
  if (sample.count < 2) return;
  const double reach = critical * sample.standard_error;
  found.interval = Interval{sample.mean - reach, sample.mean + reach};
  if (found.verdict == Verdict::identical) return;
  if (!found.interval->contains(0)) {
    found.verdict = direction(sample.mean, better);
    return;
  }
  const double single = t_critical_value(static_cast<double>(sample.count - 1));
  const double size_seen = sample.mean < 0 ? -sample.mean : sample.mean;
  const auto needed = replicates_needed(sample.standard_deviation, size_seen, critical / single);
  if (needed) found.more_replicates = *needed - std::min(*needed, sample.count);
}

Better better_of(Measure measure) {
  return measure_rows()[static_cast<std::size_t>(measure)].better;
}

}  // namespace

std::vector<Difference> column_differences(Better better, const CampaignColumns& columns,
                                           const std::vector<ColumnPair>& pairs,
                                           Inference& inference) {
  std::vector<Difference> found(pairs.size());
  std::vector<std::vector<double>> contrasts;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto first = columns[pairs[i].first];
    const auto second = columns[pairs[i].second];
    found[i].paired = compare_pairs(first, second);
    if (found[i].paired.difference.count >= 2) {
      contrasts.push_back(paired_differences(first, second));
    }
  }
  // All pairs share one critical value, so that their intervals hold together.
  const double critical = inference.max_t().critical_value(contrasts);
  for (Difference& difference : found) judge(difference, critical, better);
  return found;
}

MeasureFinding measure_finding(Measure measure, const CampaignColumns& columns,
                               std::size_t baseline, Inference& inference) {
  MeasureFinding finding{measure, {}};
  std::vector<ColumnPair> pairs;
  for (std::size_t campaign = 0; campaign < columns.size(); ++campaign) {
    finding.campaigns.push_back({describe(columns[campaign]), {}});
    if (campaign != baseline) pairs.push_back({campaign, baseline});
  }
  auto found = column_differences(better_of(measure), columns, pairs, inference);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    finding.campaigns[pairs[i].first].difference = std::move(found[i]);
  }
  return finding;
}

std::vector<PairFinding> pair_findings(Measure measure, const CampaignColumns& columns,
                                       Inference& inference) {
  std::vector<ColumnPair> pairs;
  for (std::size_t first = 0; first < columns.size(); ++first) {
    for (std::size_t second = first + 1; second < columns.size(); ++second) {
      pairs.push_back({first, second});
    }
  }
  auto found = column_differences(better_of(measure), columns, pairs, inference);
  std::vector<PairFinding> findings;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    findings.push_back({pairs[i].first, pairs[i].second, std::move(found[i])});
  }
  return findings;
}

}  // namespace rapport
