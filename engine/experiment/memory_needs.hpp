// How much memory a study will take, told before anything large is made.
#pragma once

#include "experiment/study.hpp"

namespace rapport {

/// Bytes; estimates from above, of what grows with people, ties and threads.
struct MemoryNeeds {
  double networks = 0;  // that are still to be built, and stay
  double building = 0;  // beside them, for a moment
  double worlds = 0;    // beside the networks, while runs are under way

  double most() const { return networks + (building > worlds ? building : worlds); }
};

/// Networks that are there already count nothing: their memory is taken.
MemoryNeeds memory_needs(const Study& study, unsigned threads);

/// Throws Failure when the study does not fit into the memory that is free for this process.
void expect_memory(const Study& study, unsigned threads);

}  // namespace rapport
