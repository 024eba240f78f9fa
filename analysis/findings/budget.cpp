#include "analysis/findings/budget.hpp"

#include <algorithm>
#include <limits>

namespace rapport {
namespace {

/// Budgets closer than this are called equal.
constexpr double tolerance = 0.01;

bool are_unequal(const std::vector<double>& means) {
  double least = std::numeric_limits<double>::infinity();
  double most = 0;
  for (const double mean : means) {
    if (!(mean > 0)) continue;
    least = std::min(least, mean);
    most = std::max(most, mean);
  }
  return most > 0 && (most - least) / most > tolerance;
}

}  // namespace

BudgetFinding budget_finding(Measure budget, const CampaignColumns& spent,
                             const std::vector<HeadlineColumns>& headlines, std::size_t baseline,
                             Inference& inference) {
  BudgetFinding finding;
  finding.budget = budget;
  for (const auto& column : spent) finding.mean.push_back(describe(column).mean);
  finding.unequal = are_unequal(finding.mean);
  if (!finding.unequal) return finding;
  for (const HeadlineColumns& headline : headlines) {
    std::vector<std::vector<double>> quotients;
    CampaignColumns columns;
    for (std::size_t c = 0; c < spent.size(); ++c) {
      std::vector<double>& quotient = quotients.emplace_back(spent[c].size());
      for (std::size_t r = 0; r < quotient.size(); ++r) {
        quotient[r] = spent[c][r] > 0 ? headline.columns[c][r] / spent[c][r]
                                      : std::numeric_limits<double>::quiet_NaN();
      }
    }
    for (const auto& quotient : quotients) columns.emplace_back(quotient);
    finding.per_unit.push_back(measure_finding(headline.measure, columns, baseline, inference));
  }
  return finding;
}

}  // namespace rapport
