// Runs a study in memory, for what is asked of single events and stands in no result file.
#pragma once

#include <cstdint>
#include <functional>

#include "experiment/run_study.hpp"
#include "experiment/study.hpp"
#include "simulation/run_result.hpp"
#include "simulation/touch_log.hpp"

namespace rapport {

/// Hears of a run that is over, from any thread, several at once.
using LoggedRunOver = std::function<void(std::uint32_t campaign, std::uint32_t replicate,
                                         const RunResult& result, const TouchLog& log)>;

/// Runs every campaign x replicate of a scenario in the networks of the study's first point, on
/// `threads` threads, and keeps the log of each. Results do not depend on the number of threads.
/// Throws what a run throws, and Failure(stopped) when it is to stop.
void run_logged(const Study& study, const Scenario& scenario, unsigned threads,
                const LoggedRunOver& over, const StopAsked& stop = {});

}  // namespace rapport
