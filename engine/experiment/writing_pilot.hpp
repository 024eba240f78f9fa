// Writes a small result of runs that were made, to tell what writing many will take.
#pragma once

#include <span>

#include "core/crew.hpp"
#include "results/design.hpp"
#include "results/run_record.hpp"

namespace rapport {

/// Seconds that one run takes on its way into a journal and from there into a result, measured in
/// the folder for temporary files with the runs of one replicate at one point, as if they were
/// many; the crew compresses. `runs` holds every campaign of the design once. Throws Failure when
/// nothing can be written there.
double seconds_to_write_run(const Design& design, std::span<const RunRecord> runs,
                            const Crew& crew);

}  // namespace rapport
