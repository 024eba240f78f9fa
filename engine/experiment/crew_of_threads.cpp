#include "experiment/crew_of_threads.hpp"

#include <algorithm>
#include <memory>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "experiment/hand_over.hpp"

namespace rapport {
namespace {

/// Calls run(loop), where `loop` does the parts in parallel.
template <class Run>
void hand_out(std::size_t parts, const PartWork& work, const Run& run) {
  // Made before the hand-over, which everything that a task closes over must precede.
  const auto one = [&work](std::size_t part) {
    const hand_over::Task task;
    work(part);
  };
  // A wish of its surroundings to stop does not reach it: half the parts would be worse than none.
  tbb::task_group_context own(tbb::task_group_context::isolated);
  const auto loop = [&] { tbb::parallel_for(std::size_t{0}, parts, one, own); };
  const hand_over::HandedOut handed_out;
  run(loop);
}

/// So many threads, also when the machine has fewer processors.
struct Team {
  explicit Team(unsigned threads)
      : limit(tbb::global_control::max_allowed_parallelism, threads),
        arena(static_cast<int>(threads)) {}

  tbb::global_control limit;
  tbb::task_arena arena;
};

}  // namespace

Crew crew_of_threads(unsigned threads) {
  if (threads <= 1) return work_alone;
  const auto team = std::make_shared<Team>(threads);
  return [team](std::size_t parts, const PartWork& work) {
    hand_out(parts, work, [&](const auto& loop) { team->arena.execute(loop); });
  };
}

Crew crew_for_writing(unsigned threads) {
  constexpr unsigned most = 4;
  return crew_of_threads(std::min(threads, most));
}

Crew crew_of_free_threads() {
  return [](std::size_t parts, const PartWork& work) {
    hand_out(parts, work, [](const auto& loop) { tbb::this_task_arena::isolate(loop); });
  };
}

}  // namespace rapport
