// The journals of the ranks beside the result, and how they come together.
#pragma once

#include <cstdint>
#include <string>

#include "results/journal.hpp"

namespace rapport::mpi {

/// Where the runs of another rank than 0 go: a journal RESULT.h5.rank-K.part.
std::string rank_path(const std::string& result_path, int rank);

/// Takes what ranks of this or an earlier start have left into the journal of the result, and
/// removes it. Throws Failure: bad_data when one of them is of another design or no journal,
/// cannot_create when another process is writing there or it cannot be opened.
void absorb_rank_journals(Journal& journal, const std::string& result_path);

}  // namespace rapport::mpi
