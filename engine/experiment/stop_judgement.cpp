#include "experiment/stop_judgement.hpp"

#include <algorithm>
#include <cmath>

#include "measures/measures.hpp"
#include "statistics/kim_nelson.hpp"
#include "statistics/paired.hpp"

namespace rapport {
namespace {

/// The first `count` values, NaN where there are not so many.
std::vector<double> first_of(const std::vector<double>& values, std::uint32_t count) {
  std::vector<double> first(
      values.begin(),
      values.begin() + std::min<std::ptrdiff_t>(count, static_cast<std::ptrdiff_t>(values.size())));
  first.resize(count, std::nan(""));
  return first;
}

/// Whether the difference of every campaign from the baseline is known well enough.
bool all_precise(const StopRule& rule, std::uint32_t baseline,
                 std::span<const std::vector<double>> values, std::uint32_t count, MaxT& max_t) {
  const std::vector<double> base = first_of(values[baseline], count);
  std::vector<std::vector<double>> differences;
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (k == baseline) continue;
    differences.push_back(paired_differences(first_of(values[k], count), base));
  }
  const double critical = max_t.critical_value(differences);
  return std::ranges::all_of(differences, [&](const std::vector<double>& each) {
    const Sample sample = describe(each);
    const double half = critical * sample.standard_error;
    return (rule.half_width > 0 && half <= rule.half_width) ||
           (rule.relative_half_width > 0 &&
            half <= rule.relative_half_width * std::fabs(sample.mean));
  });
}

Selection selection_of(const StopRule& rule, std::span<const std::vector<double>> values,
                       std::uint32_t replicates) {
  // The larger is the better one for the procedure.
  const double sign = measure_table[measure_of(rule)].better == Better::lower ? -1 : 1;
  std::vector<std::vector<double>> ordered;
  for (const auto& each : values) {
    ordered.push_back(first_of(each, replicates));
    for (double& value : ordered.back()) value *= sign;
  }
  return select_best(ordered, replicates,
                     {.indifference = rule.indifference,
                      .probability = rule.probability,
                      .first = first_look(rule),
                      .batch = rule.batch});
}

}  // namespace

std::size_t measure_of(const StopRule& rule) {
  const auto found = std::ranges::find(measure_table, rule.metric, &MeasureRow::name);
  return static_cast<std::size_t>(found - measure_table.begin());
}

std::uint32_t first_look(const StopRule& rule) {
  return std::min(rule.min_replicates, rule.max_replicates);
}

std::vector<std::uint32_t> replicates_wanted(const StopRule& rule, std::uint32_t baseline,
                                             std::span<const std::vector<double>> values,
                                             std::span<const std::uint32_t> wanted, MaxT& max_t) {
  const std::uint32_t here = *std::max_element(wanted.begin(), wanted.end());
  const std::uint32_t next = std::min(here + rule.batch, rule.max_replicates);
  std::vector<std::uint32_t> now(wanted.begin(), wanted.end());
  if (rule.kind == StopKind::precision) {
    if (!all_precise(rule, baseline, values, here, max_t)) std::fill(now.begin(), now.end(), next);
    return now;
  }
  const Selection selection = selection_of(rule, values, here);
  for (std::size_t k = 0; k < now.size(); ++k) {
    if (!selection.best && !selection.dropped_after[k]) now[k] = next;
  }
  return now;
}

std::optional<std::size_t> selected_campaign(const StopRule& rule,
                                             std::span<const std::vector<double>> values,
                                             std::uint32_t replicates) {
  if (rule.kind != StopKind::select_best) return std::nullopt;
  return selection_of(rule, values, replicates).best;
}

}  // namespace rapport
