// Runs what is missing of a study, in parallel, into its journal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "experiment/study.hpp"
#include "results/journal.hpp"

namespace rapport {

/// Replicates of points that are under way at once: twice as many as threads, so that nobody waits
/// and memory stays bounded.
constexpr std::size_t items_under_way(unsigned threads) {
  return std::size_t{2} * threads;
}

/// Results wait for the journal until they take so many bytes (or for half a second).
inline constexpr std::size_t bytes_of_batch = std::size_t{64} << 20;

struct Progress {
  std::uint64_t done = 0;  // runs that are in the journal
  std::uint64_t total = 0;
  std::uint64_t failed = 0;
  std::uint64_t encounters = 0;  // of the runs of this session
};

/// Asked before each run from any thread; true ends the work.
using StopAsked = std::function<bool()>;

/// Runs every campaign x replicate x point that the journal does not hold as done, on `threads`
/// threads, replicates outermost so that what is there is always balanced. Results do not depend on
/// the number of threads. A run that fails is recorded with its message and does not stop the
/// others. `report` is called after each batch of runs, from one thread at a time. When it is to
/// stop, the runs in hand are finished and kept, and no other is begun: then `done` is below
/// `total`.
Progress run_study(const Study& study, Journal& journal, unsigned threads,
                   const std::function<void(const Progress&)>& report, const StopAsked& stop = {});

}  // namespace rapport
