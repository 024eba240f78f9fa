// The journal RESULT.h5.part: every finished run of an experiment that is still going on.
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "results/design.hpp"
#include "results/needed_replicates.hpp"
#include "results/output_lock.hpp"
#include "results/packed_run.hpp"

namespace rapport {

class JournalTables;
class RunSource;

/// What was taken over from another file.
struct AbsorbedRuns {
  std::size_t runs = 0;
  std::size_t failed = 0;
  std::set<std::string> programs = {};  // commits of those that made them
};

/// An SQLite database beside the result. A batch of runs is one transaction, so a killed process or
/// a full disk costs at most the batch under way and the one that is being taken, see JournalBatch.
/// Belongs to one thread at a time, and as long as it lives no other process can open or discard
/// it. All members throw Failure with the path and the reason.
class Journal {
 public:
  /// Goes on with the runs of the journal, else with those of the finished result, else with none.
  /// Throws bad_data, leaving everything untouched, when either file holds another design, is
  /// damaged or is not ours; cannot_create when no file can stand there or another process is
  /// writing there. Runs that are already there stay even when `design` asks for fewer replicates:
  /// see `design()`.
  static Journal open(const std::string& result_path, const Design& design,
                      const NetworkSample& network);
  /// Removes result and journal, damaged or of another version, for a fresh start; removes nothing
  /// and throws bad_data when one of them is not ours, cannot_create when another process is
  /// writing there.
  static void discard(const std::string& result_path);

  Journal(Journal&&) noexcept;
  Journal& operator=(Journal&&) noexcept;
  ~Journal();

  /// What was asked for, with `replicates` raised to cover every run that is kept; then with the
  /// scenario and command line that asked for so many, if it was one.
  const Design& design() const;
  /// Keeps the runs, all or none. A failed run may be replaced by another try; a done run that
  /// comes again with another digest is a Failure bug.
  void append(std::span<const PackedRun> runs);
  /// The same for every run of a source of the same design, few of which are in memory at once.
  AbsorbedRuns absorb(const RunSource& source);
  /// Runs that are done, in canonical order; failed ones are to be tried again.
  std::vector<RunKey> finished() const;
  /// Commits of the programs that made them.
  std::vector<std::string> programs() const;
  /// Keeps what a stopping rule has decided; until the next time.
  void note_needed(std::span<const NeededReplicates> needed);
  /// Notes the wall time of one session of work.
  void note_session(double seconds);
  /// Removes the file, once the result is written.
  void remove() &&;

  const JournalTables& tables() const { return *tables_; }

 private:
  Journal(OutputLock lock, std::unique_ptr<JournalTables> tables, Design design);
  OutputLock lock_;  // let go of last
  std::unique_ptr<JournalTables> tables_;
  Design design_;
};

}  // namespace rapport
