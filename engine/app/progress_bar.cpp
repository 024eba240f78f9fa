#include "app/progress_bar.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

namespace rapport {
namespace {

constexpr int bar_width = 24;
constexpr double seconds_between_lines = 15;

double seconds(std::chrono::steady_clock::duration span) {
  return std::chrono::duration<double>(span).count();
}

std::string bar(double share) {
  const auto filled = static_cast<int>(share * bar_width);
  return fmt::format("[{:=<{}}{:<{}}]", "", filled, filled < bar_width ? ">" : "",
                     bar_width - filled);
}

}  // namespace

ProgressStyle progress_style_of_stderr() {
  return isatty(STDERR_FILENO) ? ProgressStyle::bar : ProgressStyle::lines;
}

std::string duration_text(double seconds) {
  const auto whole = static_cast<std::int64_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

std::string ProgressBar::line(const Progress& progress) const {
  const double spent = seconds(Clock::now() - start_);
  const double share =
      progress.total > 0 ? static_cast<double>(progress.done) / static_cast<double>(progress.total)
                         : 1.0;
  // Time left from the runs of this session alone: resumed ones cost nothing.
  const auto fresh = static_cast<double>(progress.done - first_done_);
  const auto left = static_cast<double>(progress.total - progress.done);
  std::string text =
      fmt::format("{}/{} runs  {:.1f} million contacts/s", progress.done, progress.total,
                  static_cast<double>(progress.encounters) / spent / 1e6);
  if (left > 0 && fresh > 0) text += fmt::format("  {} left", duration_text(spent / fresh * left));
  if (progress.failed > 0) text += fmt::format("  {} failed", progress.failed);
  return style_ == ProgressStyle::bar ? bar(share) + " " + text : text;
}

void ProgressBar::show(const Progress& progress) {
  if (style_ == ProgressStyle::none) return;
  if (!started_) {
    started_ = true;
    first_done_ = progress.done;
    if (style_ == ProgressStyle::bar) return;
  }
  if (style_ == ProgressStyle::bar) {
    // Back to the start of the line, text, clear the rest: no colours, so NO_COLOR has nothing to
    // ask.
    std::cerr << '\r' << line(progress) << "\033[K" << std::flush;
    drawn_ = true;
  } else if (seconds(Clock::now() - shown_) > seconds_between_lines) {
    shown_ = Clock::now();
    std::cerr << line(progress) << '\n';
  }
}

void ProgressBar::finish() {
  if (drawn_) std::cerr << '\n';
}

}  // namespace rapport
