// The tables of a journal: what is stored in which column, for the journal, its reader and the
// writer.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "results/design.hpp"
#include "results/needed_replicates.hpp"
#include "results/packed_run.hpp"
#include "results/sqlite_handle.hpp"

namespace rapport {

/// Final trust and annoyance of every person in one run.
struct StoredPeople {
  RunKey key;
  std::vector<float> trust, annoyance;
};

/// One row of table `run`.
struct StoredRun {
  RunKey key;
  RunStatus status = RunStatus::not_run;
  std::uint64_t digest = 0;
  std::string message;
  std::vector<double> final;            // [measure]; empty of a run that failed
  std::uint64_t people_checksum = 0;    // of its row in table `people`; 0: it has none
  std::uint64_t snapshot_checksum = 0;  // of its row in table `snapshot`; 0: it has none
  std::vector<float> daily;             // [measure][day]; empty when not kept
};

/// An open journal. Reads give bad_data where a row contradicts the design.
class JournalTables {
 public:
  /// Opens what is there or makes an empty database; bad_data when it is not a journal.
  static JournalTables open_or_create(const std::string& path);
  /// Opens a journal; bad_data when it is none.
  static JournalTables open(const std::string& path);
  /// Whether nothing ever came into the journal: its process was killed while it was made. What is
  /// half written is rolled back by this. bad_data when the file is no journal.
  static bool is_empty(const std::string& path);

  /// True before `create`.
  bool fresh() const { return fresh_; }
  void create();
  void save(const Design& design);
  void save(const NetworkSample& network);
  void save(std::span<const NeededReplicates> needed);
  void save_session(double seconds);
  /// Notes that a program of that commit made runs.
  void note_program(std::string_view commit);

  /// Throws bad_data when the database itself is damaged.
  void expect_sound() const;
  Design design() const;
  NetworkSample network() const;
  std::vector<RunKey> done() const;
  /// [point][campaign][replicate] of that design.
  std::vector<RunStatus> status(const Design& design) const;
  /// Every run with all it left, in canonical order, one at a time in memory.
  void for_each_run(const Design& design, const std::function<void(RunRecord&&)>& use) const;
  /// What was decided of points by a stopping rule; empty without one.
  std::vector<NeededReplicates> needed() const;
  /// Commits of the programs that made the runs.
  std::vector<std::string> programs() const;
  /// The smallest number of replicates that covers every row.
  std::uint32_t replicates() const;
  /// Empty when the run of that campaign at point 0, replicate 0 left none.
  Snapshots snapshots(std::uint32_t campaign) const;
  /// Rows in canonical order, one at a time in memory.
  void for_each_people(const std::function<void(const StoredPeople&)>& use) const;
  /// Number of people in the largest row of table `people`.
  std::size_t most_people() const;

  Database& database() { return database_; }
  const Database& database() const { return database_; }

 private:
  JournalTables(Database database, bool fresh) : database_(std::move(database)), fresh_(fresh) {}
  Database database_;
  bool fresh_;
};

/// Saves many runs with statements that are prepared once. The tables must outlive it.
class RunSaver {
 public:
  explicit RunSaver(JournalTables& tables);
  void save(const PackedRun& packed);

 private:
  /// What is done leaves rows in other tables, whose checksums these are; 0: there is none.
  std::uint64_t save_people(const RunRecord& run);
  std::uint64_t save_snapshots(const RunRecord& run);
  Database& database_;
  Statement run_, seconds_, people_, snapshot_;
};

/// Walks through the runs of a journal in canonical order, one at a time in memory.
class RunCursor {
 public:
  enum class Daily { leave_out, read };
  RunCursor(const JournalTables& tables, const Design& design, Daily daily);
  /// The next run; false at the end.
  bool next(StoredRun& run);

 private:
  const Database* database_;
  const Design* design_;
  Daily daily_;
  Statement rows_;
};

}  // namespace rapport
