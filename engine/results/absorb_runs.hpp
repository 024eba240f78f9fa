// Takes the runs of another file into a journal.
#pragma once

#include <cstddef>

#include "results/journal.hpp"
#include "results/run_source.hpp"

namespace rapport {

struct AbsorbedRuns {
  std::size_t runs = 0;
  std::size_t failed = 0;
};

/// Every run of the source, in batches. Both must be of the same design. Throws Failure.
AbsorbedRuns absorb_runs(Journal& journal, const RunSource& source);

}  // namespace rapport
