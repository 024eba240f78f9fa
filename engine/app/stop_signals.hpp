// SIGTERM, SIGINT and SIGUSR1 as a wish to stop, instead of the end of the process.
#pragma once

#include <array>
#include <csignal>

namespace rapport {

/// While it lives, the first of these signals is only noted; a second of the same kind ends the
/// process as usual, which the journal survives. One at a time.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Whether one has come. May be asked from any thread.
  bool asked() const;

 private:
  static constexpr std::array signals{SIGTERM, SIGINT, SIGUSR1};
  std::array<struct sigaction, signals.size()> former_{};
};

}  // namespace rapport
