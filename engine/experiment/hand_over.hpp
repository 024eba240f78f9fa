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

inline void release() {
#ifdef __SANITIZE_THREAD__
  __tsan_release(&meeting_point);
#endif
}
inline void acquire() {
#ifdef __SANITIZE_THREAD__
  __tsan_acquire(&meeting_point);
#endif
}

/// A task, from its beginning to its end, however it ends.
class Task {
 public:
  Task() { acquire(); }
  ~Task() { release(); }
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
};

/// What is handed out to others and waited for, however it ends. Everything that the tasks close
/// over is made before.
class HandedOut {
 public:
  HandedOut() { release(); }
  ~HandedOut() { acquire(); }
  HandedOut(const HandedOut&) = delete;
  HandedOut& operator=(const HandedOut&) = delete;
};

}  // namespace rapport::hand_over
