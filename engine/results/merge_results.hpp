// Joins the shards of one experiment into one result.
#pragma once

#include <string>
#include <vector>

#include "core/crew.hpp"
#include "results/journal.hpp"

namespace rapport {

/// Writes RESULT.h5 at `path` from shards, results or journals, in any order and number; the bytes
/// are those of one run of everything. Throws Failure bad_data, writing nothing, when they are of
/// different designs, when two of them hold the same run, or when runs are missing. The crew
/// compresses.
AbsorbedRuns merge_results(const std::string& path, const std::vector<std::string>& shards,
                           const Crew& crew = work_alone);

}  // namespace rapport
