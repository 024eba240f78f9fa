// Work that may take more than a day.
#pragma once

#include "strategies/strategy.hpp"

namespace rapport {

class PieceOfWork {
 public:
  /// Begins a piece of so many seconds; one that is at hand is dropped.
  void begin(double seconds) {
    todo_ = seconds;
    at_hand_ = true;
  }
  /// Works on it as long as the day allows; whether it is done.
  bool is_done_after(Plan& plan) {
    todo_ -= plan.work(todo_);
    at_hand_ = todo_ > 0;
    return !at_hand_;
  }
  /// Whether one was begun and is not done.
  bool is_at_hand() const { return at_hand_; }

 private:
  bool at_hand_ = false;
  double todo_ = 0;  // seconds
};

}  // namespace rapport
