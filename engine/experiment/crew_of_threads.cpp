#include "experiment/crew_of_threads.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include "experiment/hand_over.hpp"

namespace rapport {

Crew crew_of_threads(unsigned threads) {
  if (threads <= 1) return work_alone;
  return [threads](std::size_t parts, const PartWork& work) {
    // Made before the hand-over, which everything that a task closes over must precede.
    const auto one = [&work](std::size_t part) {
      hand_over::take();
      work(part);
      hand_over::give();
    };
    hand_over::give();
    tbb::task_arena(static_cast<int>(threads)).execute([&] {
      tbb::parallel_for(std::size_t{0}, parts, one);
    });
    hand_over::take();
  };
}

}  // namespace rapport
