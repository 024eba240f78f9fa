// One run as the journal takes it in: which, how it ended, what it left.
#pragma once

#include <string>

#include "results/design.hpp"
#include "results/result_reader.hpp"
#include "simulation/run_result.hpp"

namespace rapport {

struct RunRecord {
  RunKey key;
  RunStatus status = RunStatus::done;
  RunResult result;      // of a failed run nothing is kept
  std::string message;   // why it failed
  double seconds = 0.0;  // wall time; stays in the journal, never reaches the result
};

}  // namespace rapport
