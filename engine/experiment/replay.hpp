// Runs one run of a result again, from the scenario that the result keeps.
#pragma once

#include <string>

#include "results/result_reader.hpp"
#include "simulation/run_result.hpp"

namespace rapport {

/// The run at `key` again, as it was. Paths in the scenario start from `folder`. Throws Failure:
/// bad_data when the scenario, with the files it names, is not the design of the result any more,
/// as after a change of those files or with another version of the program.
RunResult replay_run(const Design& design, RunKey key, const std::string& folder, unsigned threads);

}  // namespace rapport
