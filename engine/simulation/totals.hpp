// Running totals over all people, kept without ever looking at all people.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/elementary.hpp"
#include "core/ids.hpp"

namespace rapport {

/// A sum over people of a feeling that decays exponentially decays as one number. It is held in
/// fixed point, so the order of additions cannot matter.
class DecayingSum {
 public:
  explicit DecayingSum(double half_life_days);
  /// One person's value in fixed point, from -1 to 1. 32 bits hold one and 64 bits billions of
  /// them.
  static std::int32_t fixed(float value) {
    return static_cast<std::int32_t>(value * static_cast<float>(scale));
  }
  /// Adds differences of fixed-point values, all as of today.
  void add(std::int64_t difference) { sum_ += difference; }
  void next_day();
  static double in_units(std::int64_t fixed) { return static_cast<double>(fixed) / scale; }
  double value() const { return in_units(sum_); }

 private:
  static constexpr double scale = 1 << 29;
  double factor_;
  std::int64_t sum_ = 0;
};

/// Counts the people whose decaying feeling is beyond a threshold. Each person beyond it is entered
/// under the day on which, untouched, they would come back, so no day looks at anybody.
class ThresholdCount {
 public:
  /// Entries later than `horizon` are kept together: they outlast the run.
  explicit ThresholdCount(Day horizon) : last_(horizon + 1) { make_room(1); }

  /// From here on so many can enter people at the same time, each as a part of its own.
  void make_room(std::size_t parts);
  /// people[k] people more are beyond until the day leaves[k], the first on which they no longer
  /// are; today or earlier: they are not beyond. Negative numbers take them out again, whichever
  /// part has entered them.
  void enter(std::size_t part, std::span<const Day> leaves, std::span<const std::int32_t> people);
  void next_day();
  std::int64_t value() const;

 private:
  // Each day has several counters, which neighbouring entries take in turns: so an addition seldom
  // waits for the one before, to the same day.
  static constexpr std::size_t lanes = 4;

  struct Part {
    std::int64_t count = 0;
    std::vector<std::int64_t>
        leaving;  // by day; days that are over go to day 0, which nobody reads
  };

  Day last_;  // days from here on are one
  Day today_ = 0;
  std::vector<Part> parts_;
};

/// First day on which `excess` x 2^(-(day - settled) / half_life) is no longer above `threshold` >
/// 0; `settled` when it is not above at all. The same arguments always give the same day.
inline Day leaving_day(float excess, float threshold, Day settled, float half_life_days) {
  const float ratio = excess * (1.0f / threshold);
  const float days = half_life_days * log2_kernel(ratio > 1.0f ? ratio : 1.0f);
  const float bounded =
      days < static_cast<float>(longest_horizon) ? days : static_cast<float>(longest_horizon);
  const auto whole = static_cast<Day>(bounded);
  const Day up = whole + static_cast<Day>(static_cast<float>(whole) < bounded);
  // At least one day: the person is above the threshold now, whatever the rounding of log2. Yes and
  // no as numbers, for the loops over columns.
  const Day days_above = up + static_cast<Day>(up < 1);
  return settled + days_above * static_cast<Day>(excess > threshold);
}

}  // namespace rapport
