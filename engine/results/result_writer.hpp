// Writes RESULT.h5 from the journal, in canonical order: equal runs, equal bytes.
#pragma once

#include <string>

#include "core/crew.hpp"
#include "results/journal.hpp"

namespace rapport {

/// Writes a new file and gives it the name `path` at the end, so an earlier file stays whole until
/// then. Runs that are not there are NaN with status not_run. Memory does not grow with the number
/// of runs. The crew compresses. Throws Failure: cannot_create, input_output (full disk), bad_data
/// (damaged journal); the unfinished file is removed then.
void write_result(const std::string& path, const Journal& journal, const Crew& crew = work_alone);

}  // namespace rapport
