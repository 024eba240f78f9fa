#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <tbb/parallel_for.h>

#include "experiment/crew_of_threads.hpp"

using namespace rapport;

namespace {

int parts_done(const Crew& crew, std::size_t parts) {
  std::atomic<int> done = 0;
  crew(parts, [&](std::size_t) { ++done; });
  return done;
}

}  // namespace

TEST_CASE("A crew does every part, also when all around it is called off") {
  for (const Crew& crew : {crew_of_threads(1), crew_of_threads(3), crew_of_free_threads()}) {
    CHECK(parts_done(crew, 1'000) == 1'000);
    int done = 0;
    tbb::task_group_context context;
    tbb::parallel_for(
        0, 1,
        [&](int) {
          context.cancel_group_execution();
          done = parts_done(crew, 1'000);
        },
        context);
    CHECK(done == 1'000);
  }
}

TEST_CASE("What a part throws reaches whoever called the crew") {
  for (const Crew& crew : {crew_of_threads(1), crew_of_threads(3), crew_of_free_threads()}) {
    const auto fail = [](std::size_t part) {
      if (part == 57) throw std::runtime_error("part 57");
    };
    CHECK_THROWS_WITH(crew(100, fail), "part 57");
  }
}
