// Hand-overs between threads, for the thread sanitizer: oneTBB orders tasks by atomics inside a
// library that is compiled without it, so to the sanitizer a task and what comes before and after
// it look unordered. Nothing of this is there in other builds.
#pragma once

#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

namespace rapport::hand_over {

// One for the whole program: what a task closes over can be read only after it has taken over.
// Tasks that run at the same time stay unordered, and races between them are found.
inline char meeting_point;

/// Before a task is handed out, and at its end: what was written so far is there for the next.
inline void give() {
#ifdef __SANITIZE_THREAD__
  __tsan_release(&meeting_point);
#endif
}

/// At the beginning of a task, and after waiting for tasks.
inline void take() {
#ifdef __SANITIZE_THREAD__
  __tsan_acquire(&meeting_point);
#endif
}

}  // namespace rapport::hand_over
