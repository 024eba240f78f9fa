// Runs the campaigns of one replicate at one point.
#pragma once

#include <functional>
#include <tbb/enumerable_thread_specific.h>
#include <vector>

#include "experiment/missing_runs.hpp"
#include "experiment/study.hpp"
#include "results/run_record.hpp"
#include "simulation/world.hpp"

namespace rapport {

/// Memory of worlds, one for each thread.
using WorldMemories = tbb::enumerable_thread_specific<WorldMemory>;

/// Asked before each run from any thread; true ends the work.
using StopAsked = std::function<bool()>;

/// The runs of an item in their order; a run that fails has its reason as message. Those that a
/// wish to stop came before are left out. Several items may be run at once.
std::vector<RunRecord> run_item(const Study& study, const Item& item, WorldMemories& memories,
                                const StopAsked& stop);

}  // namespace rapport
