#include "analysis/findings/courses.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "statistics/interval.hpp"

namespace rapport {
namespace {

/// Replicates of one campaign that are there, [day][replicate], flows added up.
std::vector<std::vector<double>> by_day(std::span<const float> values, std::size_t replicates,
                                        std::size_t days, Accounting accounting) {
  std::vector<std::vector<double>> columns(days);
  for (std::size_t r = 0; r < replicates; ++r) {
    const std::span<const float> run = values.subspan(r * days, days);
    if (std::isnan(run.front())) continue;
    double sum = 0;
    for (std::size_t day = 0; day < days; ++day) {
      const auto value = static_cast<double>(run[day]);
      sum = accounting == Accounting::flow ? sum + value : value;
      columns[day].push_back(sum);
    }
  }
  return columns;
}

Course course_of(std::vector<std::vector<double>> columns) {
  constexpr double outside = 0.5 * (1 - band_share);
  Course course;
  for (std::vector<double>& column : columns) {
    if (column.empty()) {
      for (auto* values : {&course.mean, &course.low, &course.high}) {
        values->push_back(std::numeric_limits<double>::quiet_NaN());
      }
      continue;
    }
    double sum = 0;
    for (const double value : column) sum += value;
    std::sort(column.begin(), column.end());
    course.mean.push_back(sum / static_cast<double>(column.size()));
    course.low.push_back(sorted_quantile(column.data(), column.size(), outside));
    course.high.push_back(sorted_quantile(column.data(), column.size(), 1 - outside));
  }
  return course;
}

}  // namespace

MeasureCourse measure_course(const ResultTable& table, Measure measure, std::uint32_t point) {
  const Design& design = table.design;
  MeasureCourse course;
  course.measure = measure;
  if (!design.daily || design.days == 0) return course;
  const auto days = static_cast<std::size_t>(design.days);
  const std::vector<float> values = table.daily_values_at(measure, point);
  const std::size_t of_campaign = design.replicates * days;
  const Accounting accounting = measure_rows()[static_cast<std::size_t>(measure)].accounting;
  for (std::size_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
    const std::span<const float> mine =
        std::span(values).subspan(campaign * of_campaign, of_campaign);
    course.campaigns.push_back(course_of(by_day(mine, design.replicates, days, accounting)));
  }
  return course;
}

}  // namespace rapport
