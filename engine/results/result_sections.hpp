// The parts of a result file, each written by one function; `write_result` puts them in order.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/crew.hpp"
#include "results/content_digest.hpp"
#include "results/hdf5_output.hpp"
#include "results/journal_tables.hpp"

namespace rapport {

/// Axes of everything that is counted by run. Every group has its own, so that a reader who opens
/// one group gets its coordinates too.
struct RunAxes {
  Axis point, campaign, replicate;
  std::vector<const Axis*> axes() const { return {&point, &campaign, &replicate}; }
};

struct FailedRun {
  RunKey key;
  std::string message;
};

/// What is known of the runs after they were written, without reading them again.
struct WrittenRuns {
  std::vector<FailedRun> failures;
  ElementChecksums checksums;
};

void write_root_attributes(hid_t root, const Design& design);
/// Axes, and the swept parameters as coordinates of `point`.
RunAxes write_run_axes(hid_t group, const Design& design);
/// Axis `day` of the whole horizon.
Axis create_day_axis(hid_t group, const Design& design);
/// Final values, status and digest at the root, group `daily`.
WrittenRuns write_runs(const Hdf5Output& output, const Design& design, const JournalTables& tables,
                       const Crew& crew);
void write_failures(hid_t root, std::span<const FailedRun> failures);
/// Group `people`: final trust and annoyance of everybody.
void write_people(const Hdf5Output& output, const Design& design, const JournalTables& tables);
/// Groups `network`, `distribution` and `snapshots` of replicate 0 of design point 0.
void write_pictures(hid_t root, const Design& design, const JournalTables& tables);

}  // namespace rapport
