#include "analysis/findings/turning_day.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace rapport {
namespace {

constexpr double sure = 0.95;

int sign_of(double value) {
  return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
}

/// Mean course of one campaign, as it is and in every bootstrap sample.
struct MeanCourse {
  Blocks blocks;
  std::vector<double> mean;     // [day]
  std::vector<double> samples;  // [sample][day]
};

class Courses {
 public:
  Courses(const DailyCourse& course, Inference& inference)
      : course_(course),
        inference_(inference),
        row_(measure_rows()[static_cast<std::size_t>(course.measure)]) {}

  /// Replicates that both campaigns have.
  std::vector<std::size_t> complete(std::size_t first, std::size_t second) const {
    std::vector<std::size_t> replicates;
    for (std::size_t r = 0; r < course_.replicates; ++r) {
      const bool known =
          !std::isnan(days(first, r).front()) && !std::isnan(days(second, r).front());
      if (known) replicates.push_back(r);
    }
    return replicates;
  }

  /// Kept, because without missing runs all pairs ask for the same replicates of a campaign, and
  /// going through the days of all replicates is what takes time.
  const MeanCourse& mean(std::size_t campaign, const std::vector<std::size_t>& replicates) {
    const auto key = std::pair(campaign, replicates);
    const auto kept = means_.find(key);
    if (kept != means_.end()) return kept->second;
    Blocks blocks(replicates.size(), course_.days, Inference::most_blocks,
                  [&](std::size_t replicate, std::span<double> row) {
                    accumulate(days(campaign, replicates[replicate]), row);
                  });
    std::vector<double> mean = blocks.means();
    std::vector<double> samples = blocks.bootstrap_means(inference_.resamples(blocks.count()));
    return means_.emplace(key, MeanCourse{std::move(blocks), std::move(mean), std::move(samples)})
        .first->second;
  }

 private:
  std::span<const float> days(std::size_t campaign, std::size_t replicate) const {
    return course_.values.subspan((campaign * course_.replicates + replicate) * course_.days,
                                  course_.days);
  }

  /// Larger is ahead, also for measures of which less is better.
  void accumulate(std::span<const float> values, std::span<double> row) const {
    const double sign = row_.better == Better::lower ? -1 : 1;
    const double carried = row_.accounting == Accounting::flow ? 1 : 0;
    double sum = 0;
    for (std::size_t day = 0; day < row.size(); ++day) {
      sum = carried * sum + sign * static_cast<double>(values[day]);
      row[day] = sum;
    }
  }

  DailyCourse course_;
  Inference& inference_;
  const MeasureRow& row_;
  std::map<std::pair<std::size_t, std::vector<std::size_t>>, MeanCourse> means_;
};

std::vector<double> difference(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> result(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) result[i] = a[i] - b[i];
  return result;
}

/// What the bootstrap samples say about the turn that the means show.
void judge(TurningDay& turn, int last_sign, const std::vector<double>& samples, std::size_t days) {
  const std::size_t count = samples.size() / days;
  std::vector<double> crossings;  // of samples that turned toward the same campaign
  std::size_t steady = 0;         // samples in which it led throughout
  for (std::size_t b = 0; b < count; ++b) {
    const std::span<const double> sample(samples.data() + b * days, days);
    if (sign_of(sample.back()) != last_sign) continue;
    const auto crossing = last_crossing(sample);
    if (crossing) crossings.push_back(*crossing);
    if (!crossing) ++steady;
  }
  const auto total = static_cast<double>(count);
  turn.turned_share = static_cast<double>(crossings.size()) / total;
  if (turn.turned_share >= sure && turn.day) turn.turn = Turning::turned;
  if (static_cast<double>(steady) / total >= sure && !turn.day) turn.turn = Turning::never;
  if (crossings.empty()) return;
  std::sort(crossings.begin(), crossings.end());
  const auto end = [&](double share) {
    return sorted_quantile(crossings.data(), crossings.size(), share);
  };
  turn.interval = Interval{end(0.5 * (1 - sure)), end(0.5 * (1 + sure))};
}

TurningDay turning_day(Measure measure, std::size_t first, std::size_t second, Courses& courses) {
  TurningDay turn;
  turn.measure = measure;
  turn.first = first;
  turn.second = second;
  const std::vector<std::size_t> complete = courses.complete(first, second);
  if (complete.empty()) return turn;
  const MeanCourse& a = courses.mean(first, complete);
  const MeanCourse& b = courses.mean(second, complete);
  turn.turn = a.blocks.sums() == b.blocks.sums() ? Turning::identical : Turning::cannot_tell;
  const std::vector<double> mean = difference(a.mean, b.mean);
  const int last_sign = sign_of(mean.back());
  if (last_sign == 0) return turn;
  turn.leader = last_sign > 0 ? first : second;
  turn.day = last_crossing(mean);
  if (complete.size() < Inference::fewest_replicates) return turn;
  judge(turn, last_sign, difference(a.samples, b.samples), mean.size());
  return turn;
}

}  // namespace

std::optional<Day> last_crossing(std::span<const double> difference) {
  const int last = sign_of(difference.back());
  if (last == 0) return std::nullopt;
  std::size_t day = difference.size();
  std::size_t first_ahead = day;
  while (day > 0 && sign_of(difference[day - 1]) != -last) {
    --day;
    if (sign_of(difference[day]) == last) first_ahead = day;
  }
  if (day == 0) return std::nullopt;
  return static_cast<Day>(first_ahead);
}

std::vector<TurningDay> turning_days(const DailyCourse& course, Inference& inference) {
  std::vector<TurningDay> turns;
  Courses courses(course, inference);
  for (std::size_t first = 0; first < course.campaigns; ++first) {
    for (std::size_t second = first + 1; second < course.campaigns; ++second) {
      turns.push_back(turning_day(course.measure, first, second, courses));
    }
  }
  return turns;
}

}  // namespace rapport
