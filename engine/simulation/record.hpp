// Turns a day's counts and totals into measures.
#pragma once

#include "simulation/run_result.hpp"
#include "simulation/world_state.hpp"

namespace rapport {

/// Keeps the measures of a run, day by day.
class Record {
 public:
  Record(Day horizon, DailyOutput daily) : horizon_(horizon), daily_(daily) {
    if (daily_ == DailyOutput::all) {
      result_.daily.assign(measure_count * static_cast<std::size_t>(horizon_), 0.0f);
    }
  }

  /// Takes in the day world.today and starts a new one.
  void close_day(WorldState& world);

  /// The whole run.
  RunResult finish(const WorldState& world);

 private:
  double trusted_kept(double trusted, bool works);

  Day horizon_;
  DailyOutput daily_;
  Counts sum_;                  // over all days so far
  double trusted_at_work_ = 0;  // trusted relationships at the end of the last day of work
  RunResult result_;
};

}  // namespace rapport
