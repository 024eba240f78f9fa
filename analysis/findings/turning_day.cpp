#include "analysis/findings/turning_day.hpp"

#include <algorithm>
#include <cmath>

namespace rapport {
namespace {

constexpr double sure = 0.95;

int sign_of(double value) {
  return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
}

class Course {
 public:
  explicit Course(const DailyCourse& course)
      : course_(course),
        flow_(measure_rows()[static_cast<std::size_t>(course.measure)].accounting ==
              Accounting::flow) {}

  bool known(std::size_t campaign, std::size_t replicate) const {
    return !std::isnan(days(campaign, replicate).front());
  }

  /// Better minus worse for the first campaign, so that positive always means that it is ahead.
  void difference(std::size_t first, std::size_t second, std::size_t replicate,
                  std::span<double> row) const {
    const auto a = days(first, replicate);
    const auto b = days(second, replicate);
    const bool lower =
        measure_rows()[static_cast<std::size_t>(course_.measure)].better == Better::lower;
    double sum = 0;
    for (std::size_t day = 0; day < row.size(); ++day) {
      const double apart = static_cast<double>(a[day]) - static_cast<double>(b[day]);
      sum = flow_ ? sum + apart : apart;
      row[day] = lower ? -sum : sum;
    }
  }

 private:
  std::span<const float> days(std::size_t campaign, std::size_t replicate) const {
    return course_.values.subspan((campaign * course_.replicates + replicate) * course_.days,
                                  course_.days);
  }

  DailyCourse course_;
  bool flow_;
};

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
  if (turn.turned_share >= sure && turn.day) turn.turn = Turn::turned;
  if (static_cast<double>(steady) / total >= sure && !turn.day) turn.turn = Turn::never;
  if (crossings.empty()) return;
  std::sort(crossings.begin(), crossings.end());
  const auto end = [&](double share) {
    return sorted_quantile(crossings.data(), crossings.size(), share);
  };
  turn.interval = Interval{end(0.5 * (1 - sure)), end(0.5 * (1 + sure))};
}

TurningDay turning_day(const DailyCourse& course, std::size_t first, std::size_t second,
                       Inference& inference) {
  TurningDay turn;
  turn.measure = course.measure;
  turn.first = first;
  turn.second = second;
  const Course values(course);
  std::vector<std::size_t> complete;
  for (std::size_t r = 0; r < course.replicates; ++r) {
    if (values.known(first, r) && values.known(second, r)) complete.push_back(r);
  }
  if (complete.empty()) return turn;
  bool differs = false;
  const Blocks blocks(complete.size(), course.days, Inference::most_blocks,
                      [&](std::size_t replicate, std::span<double> row) {
                        values.difference(first, second, complete[replicate], row);
                        differs = differs || std::any_of(row.begin(), row.end(),
                                                         [](double d) { return d != 0; });
                      });
  turn.turn = differs ? Turn::cannot_tell : Turn::identical;
  const std::vector<double> mean = blocks.means();
  const int last_sign = sign_of(mean.back());
  if (last_sign == 0) return turn;
  turn.leader = last_sign > 0 ? first : second;
  turn.day = last_crossing(mean);
  if (complete.size() < Inference::fewest_replicates) return turn;
  judge(turn, last_sign, blocks.bootstrap_means(inference.resamples(blocks.count())), course.days);
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
  for (std::size_t first = 0; first < course.campaigns; ++first) {
    for (std::size_t second = first + 1; second < course.campaigns; ++second) {
      turns.push_back(turning_day(course, first, second, inference));
    }
  }
  return turns;
}

}  // namespace rapport
