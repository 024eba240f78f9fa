// How long a sender has listened, as far as what it learned is still of use.
#pragma once

#include "core/elementary.hpp"
#include "core/ids.hpp"

namespace rapport {

/// Hours that fade with a half-life, in days.
class ListeningRecord {
 public:
  void add(double hours, Day today, double half_life) {
    hours_ = left(today, half_life) + hours;
    day_ = today;
  }
  /// What is left of them on a later day.
  double left(Day today, double half_life) const {
    const auto halvings = static_cast<float>((today - day_) / half_life);
    return hours_ == 0 ? 0 : hours_ * static_cast<double>(exp2_kernel(-halvings));
  }

 private:
  double hours_ = 0;
  Day day_ = 0;  // to which they have faded
};

}  // namespace rapport
