#include "analysis/findings/expectations.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <map>

#include "analysis/findings/wording.hpp"
#include "statistics/paired.hpp"
#include "statistics/replicates_needed.hpp"

namespace rapport {
namespace {

/// Values of one measure after so many days; [point][campaign][replicate].
class ValuesAfter {
 public:
  explicit ValuesAfter(const ResultTable& table) : table_(table) {}

  const std::vector<double>& of(const std::string& measure, Day days) {
    const auto [found, is_new] = values_.try_emplace({measure, days});
    if (is_new) found->second = read(measure, days);
    return found->second;
  }

 private:
  std::vector<double> read(const std::string& name, Day days) const {
    const auto row = std::find_if(measure_table.begin(), measure_table.end(),
                                  [&](const MeasureRow& each) { return each.name == name; });
    const auto measure = static_cast<Measure>(row - measure_table.begin());
    if (days == table_.design.days) return table_.final_values(measure);
    const std::vector<float> daily = table_.daily_values(measure);
    std::vector<double> values(table_.design.runs(), std::numeric_limits<double>::quiet_NaN());
    if (daily.empty()) return values;
    const auto horizon = static_cast<std::size_t>(table_.design.days);
    const auto counted = static_cast<std::size_t>(days);
    for (std::size_t run = 0; run < values.size(); ++run) {
      const auto first = daily.begin() + static_cast<std::ptrdiff_t>(run * horizon);
      values[run] = first[static_cast<std::ptrdiff_t>(counted - 1)];
      if (row->accounting == Accounting::stock) continue;
      values[run] = 0;
      for (std::size_t day = 0; day < counted; ++day) {
        values[run] += first[static_cast<std::ptrdiff_t>(day)];
      }
    }
    return values;
  }

  const ResultTable& table_;
  std::map<std::pair<std::string, Day>, std::vector<double>> values_;
};

/// One side in every replicate; NaN where it has no value, as per hour where nobody worked.
std::vector<double> replicates_of(const ExpectedSide& side, const Expectation& expectation,
                                  std::uint32_t point, const Design& design, ValuesAfter& values) {
  std::vector<double> column(design.replicates, side.factor);
  if (side.campaign == ExpectedSide::no_campaign) return column;
  const auto campaign = static_cast<std::uint32_t>(side.campaign);
  const std::size_t first = design.position({point, campaign, 0});
  for (std::size_t r = 0; r < column.size(); ++r) {
    column[r] *= values.of(expectation.measure, expectation.days)[first + r];
    if (expectation.per.empty()) continue;
    const double by = values.of(expectation.per, expectation.days)[first + r];
    column[r] = by > 0 ? column[r] / by : std::numeric_limits<double>::quiet_NaN();
  }
  return column;
}

void judge(ExpectationAtPoint& at, double critical) {
  const Sample& seen = at.difference;
  if (seen.count < 2) return;
  const double reach = critical * seen.standard_error;
  at.interval = Interval{seen.mean - reach, seen.mean + reach};
  const double negligible =
      negligible_share * std::max(std::abs(at.larger.mean), std::abs(at.smaller.mean));
  if (at.interval->lower > 0) {
    at.verdict = ExpectationVerdict::supported;
  } else if (at.interval->upper <= 0 || at.interval->upper < negligible) {
    at.verdict = ExpectationVerdict::not_supported;
  } else {
    // Either verdict would do: the one that needs the wider interval comes first.
    const double half_width = std::max(std::abs(seen.mean), negligible - seen.mean);
    const double single = t_critical_value(static_cast<double>(seen.count - 1));
    at.replicates_needed =
        replicates_needed(seen.standard_deviation, half_width, critical / single);
  }
}

ExpectationVerdict overall(const std::vector<ExpectationAtPoint>& points) {
  const auto all = [&](ExpectationVerdict verdict) {
    return std::all_of(points.begin(), points.end(),
                       [&](const auto& at) { return at.verdict == verdict; });
  };
  const auto one = [&](ExpectationVerdict verdict) {
    return std::any_of(points.begin(), points.end(),
                       [&](const auto& at) { return at.verdict == verdict; });
  };
  if (one(ExpectationVerdict::not_supported)) return ExpectationVerdict::not_supported;
  return !points.empty() && all(ExpectationVerdict::supported) ? ExpectationVerdict::supported
                                                               : ExpectationVerdict::undecided;
}

std::string side_words(const ExpectedSide& side, const Sample& sample, const Design& design) {
  if (side.campaign == ExpectedSide::no_campaign) return human_number(side.factor);
  const std::string& name = design.campaigns[static_cast<std::size_t>(side.campaign)];
  const std::string value = human_number(sample.mean);
  if (side.factor == 1) return fmt::format("{} {}", name, value);
  return fmt::format("{} x {} {}", human_number(side.factor), name, value);
}

std::string decision_words(const ExpectationAtPoint& at) {
  const std::size_t there = at.difference.count;
  if (there < 2) return fmt::format("; {} compared, at least 2 are needed", there);
  if (at.verdict != ExpectationVerdict::undecided) return "";
  if (!at.replicates_needed) return "; no number of replicates within reach would decide it";
  return fmt::format("; if the difference is as it looks, {} would decide it",
                     count_of(std::max(*at.replicates_needed, there + 1), "replicate"));
}

}  // namespace

std::vector<ExpectationFinding> judge_expectations(const ResultTable& table, Inference& inference) {
  const Design& design = table.design;
  ValuesAfter values(table);
  std::vector<ExpectationFinding> findings;
  std::vector<std::vector<double>> contrasts;
  for (const Expectation& expectation : design.expectations) {
    ExpectationFinding& finding = findings.emplace_back();
    finding.expectation = expectation;
    for (const std::uint32_t point : expectation.points) {
      const auto larger = replicates_of(expectation.larger, expectation, point, design, values);
      const auto smaller = replicates_of(expectation.smaller, expectation, point, design, values);
      std::vector<double> difference = paired_differences(larger, smaller);
      ExpectationAtPoint& at = finding.points.emplace_back();
      at.point = point;
      at.larger = describe(larger);
      at.smaller = describe(smaller);
      at.difference = describe(difference);
      if (at.difference.count >= 2) contrasts.push_back(std::move(difference));
    }
  }
  const double critical = contrasts.empty() ? 0 : inference.max_t().critical_value(contrasts);
  for (ExpectationFinding& finding : findings) {
    for (ExpectationAtPoint& at : finding.points) judge(at, critical);
    finding.verdict = overall(finding.points);
  }
  return findings;
}

std::vector<ExpectationFinding> judge_expectations(const ResultTable& table) {
  if (table.design.expectations.empty()) return {};
  Inference inference(table.design.seed);
  return judge_expectations(table, inference);
}

std::string_view word(ExpectationVerdict verdict) {
  switch (verdict) {
    case ExpectationVerdict::supported:
      return "supported";
    case ExpectationVerdict::not_supported:
      return "not supported";
    case ExpectationVerdict::undecided:
      break;
  }
  return "undecided";
}

std::string expectation_words(const ExpectationFinding& finding, const ExpectationAtPoint& at,
                              const Design& design) {
  const Expectation& expectation = finding.expectation;
  std::string text = fmt::format("{}{}: {} against {}", expectation.measure,
                                 expectation.per.empty() ? "" : " / " + expectation.per,
                                 side_words(expectation.larger, at.larger, design),
                                 side_words(expectation.smaller, at.smaller, design));
  std::replace(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(':')), '_', ' ');
  if (expectation.days != design.days) text += fmt::format(" after {} days", expectation.days);
  if (at.interval) {
    const int digits = telling_digits(*at.interval);
    text += fmt::format(", difference {} (95 % interval {})",
                        human_signed(at.difference.mean, digits), human_interval(*at.interval));
  }
  return text + decision_words(at);
}

}  // namespace rapport
