#include "app/stop_signals.hpp"

#include <atomic>

namespace rapport {
namespace {

// Handlers are plain functions without user data, so what they note must live beside them.
std::atomic<bool> stop_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free, "only such may be touched by a handler");

void note(int /*signal*/) {
  stop_asked = true;
}

}  // namespace

StopSignals::StopSignals() {
  stop_asked = false;
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  for (std::size_t k = 0; k < signals.size(); ++k) {
    ::sigaction(signals[k], &action, &former_[k]);
  }
}

StopSignals::~StopSignals() {
  for (std::size_t k = 0; k < signals.size(); ++k) {
    ::sigaction(signals[k], &former_[k], nullptr);
  }
}

bool StopSignals::asked() const {
  return stop_asked;
}

}  // namespace rapport
