// Shows on stderr how far a study is: a bar on a terminal, a plain line now and then otherwise.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "experiment/run_study.hpp"

namespace rapport {

enum class ProgressStyle : std::uint8_t { none, lines, bar };

/// The style for stderr as it is: a bar on a terminal, else lines.
ProgressStyle progress_style_of_stderr();

/// "12 min", "3 h 05 min", "8 s".
std::string duration_text(double seconds);

class ProgressBar {
 public:
  explicit ProgressBar(ProgressStyle style) : style_(style) {}
  void show(const Progress& progress);
  /// Ends the bar's line.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  std::string line(const Progress& progress) const;

  ProgressStyle style_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_ = start_;
  std::uint64_t first_done_ = 0;  // runs that were there when the first batch came in
  bool started_ = false;
  bool drawn_ = false;
};

}  // namespace rapport
