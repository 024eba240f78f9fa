#include "results/journal_tables.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "core/failure.hpp"
#include "results/output_file.hpp"
#include "results/row_checksum.hpp"

namespace rapport {
namespace {

// "rprt": tells a journal from other databases, also to the `file` command.
constexpr std::int64_t application_id = 0x72707274;
constexpr std::int64_t journal_version = 7;

constexpr const char* table_definitions = R"sql(
PRAGMA application_id = 1919971956;
PRAGMA user_version = 7;
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE campaign (position INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE parameter (position INTEGER PRIMARY KEY, name TEXT, scale TEXT, low REAL, high REAL,
  whole INTEGER);
CREATE TABLE design_point (point INTEGER, parameter INTEGER, value REAL,
  PRIMARY KEY (point, parameter)) WITHOUT ROWID;
CREATE TABLE expectation (position INTEGER PRIMARY KEY, claim TEXT, compare TEXT, measure TEXT,
  per TEXT, larger_factor REAL, larger_campaign INTEGER, smaller_factor REAL,
  smaller_campaign INTEGER, days_counted INTEGER, points BLOB);
CREATE TABLE stop_rule (kind INTEGER, metric TEXT, half_width REAL, relative_half_width REAL,
  indifference REAL, probability REAL, min_replicates INTEGER, max_replicates INTEGER,
  batch INTEGER);
CREATE TABLE needed (point INTEGER, campaign INTEGER, replicates INTEGER, checksum INTEGER,
  PRIMARY KEY (point, campaign)) WITHOUT ROWID;
CREATE TABLE network (person BLOB, community BLOB, x BLOB, y BLOB, tie_from BLOB, tie_to BLOB,
  people_in_network INTEGER, ties_in_network INTEGER, checksum INTEGER);
CREATE TABLE run (point INTEGER, campaign INTEGER, replicate INTEGER, status INTEGER,
  digest INTEGER, message TEXT, final BLOB, people_checksum INTEGER, snapshot_checksum INTEGER,
  checksum INTEGER, daily BLOB,
  PRIMARY KEY (point, campaign, replicate));
CREATE TABLE snapshot (campaign INTEGER PRIMARY KEY, days BLOB, trust_histogram BLOB,
  annoyance_histogram BLOB, trust BLOB, annoyance BLOB, stage BLOB);
CREATE TABLE people (point INTEGER, campaign INTEGER, replicate INTEGER, trust BLOB,
  annoyance BLOB, PRIMARY KEY (point, campaign, replicate));
CREATE TABLE run_seconds (point INTEGER, campaign INTEGER, replicate INTEGER, seconds REAL,
  PRIMARY KEY (point, campaign, replicate)) WITHOUT ROWID;
CREATE TABLE session (number INTEGER PRIMARY KEY, seconds REAL);
CREATE TABLE program (git_commit TEXT PRIMARY KEY) WITHOUT ROWID;
)sql";
static_assert(application_id == 1919971956 && journal_version == 7);

std::int64_t number(const Database& database, const char* sql) {
  Statement statement(database, sql);
  return statement.step() ? statement.integer(0) : 0;
}

/// SQLite takes a smaller file for an empty database, and writes over it.
void expect_database_size(const std::string& path) {
  constexpr std::uintmax_t smallest_database = 512;
  std::error_code error;
  const auto bytes = std::filesystem::file_size(path, error);
  if (!error && bytes > 0 && bytes < smallest_database) {
    throw Failure(ExitCode::bad_data, path + ": is no journal of rapport; move it away");
  }
}

/// Views and triggers of somebody else could let a reader count for ever or change what is written.
void expect_our_tables(const Database& database) {
  const auto definitions = [](const Database& of) {
    Statement rows(of,
                   "SELECT type, name, sql FROM sqlite_master "
                   "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name");
    Checksum checksum;
    while (rows.step()) rows.add_row(checksum);
    return checksum.value();
  };
  Database ours(":memory:", Database::Create::when_missing);
  ours.execute(table_definitions);
  if (definitions(database) == definitions(ours)) return;
  throw damaged_file(database.path(), "its tables are not those of a journal");
}

/// True when the database has no tables at all.
bool expect_journal(const Database& database) {
  const std::int64_t tables = number(database, "SELECT count(*) FROM sqlite_master");
  const std::int64_t id = number(database, "PRAGMA application_id");
  const std::int64_t version = number(database, "PRAGMA user_version");
  if (tables == 0 && id == 0 && version == 0) return true;
  if (id != application_id) {
    throw Failure(ExitCode::bad_data,
                  database.path() + ": is a database, but no journal of rapport; move it away");
  }
  if (version != journal_version) {
    throw Failure(ExitCode::bad_data,
                  database.path() +
                      ": was written by another version of rapport; finish it with that "
                      "one, or start anew with run --force");
  }
  expect_our_tables(database);
  return false;
}

template <class T>
std::span<const T> view(const std::vector<T>& values) {
  return values;
}

}  // namespace

JournalTables JournalTables::open_or_create(const std::string& path) {
  expect_database_size(path);
  Database database(path, Database::Create::when_missing);
  const bool fresh = expect_journal(database);
  // A rollback journal and not a write-ahead log: the latter needs shared memory, which network
  // file systems of clusters lack, and a second file that users would lose when they move the
  // first.
  database.execute("PRAGMA synchronous = FULL");
  return JournalTables(std::move(database), fresh);
}

JournalTables JournalTables::open(const std::string& path) {
  Database database(path, Database::Create::never);
  if (expect_journal(database)) {
    throw Failure(ExitCode::bad_data, path + ": is an empty journal; no run has finished yet");
  }
  return JournalTables(std::move(database), false);
}

bool JournalTables::is_empty(const std::string& path) {
  expect_database_size(path);
  return expect_journal(Database(path, Database::Create::never));
}

void JournalTables::create() {
  database_.execute(table_definitions);
  fresh_ = false;
}

void JournalTables::save(const NetworkSample& network) {
  database_.execute("DELETE FROM network");
  Statement row(database_, "INSERT INTO network VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row.bind(1, view(network.person)).bind(2, view(network.community));
  row.bind(3, view(network.x)).bind(4, view(network.y));
  row.bind(5, view(network.tie_from)).bind(6, view(network.tie_to));
  row.bind(7, network.people_in_network).bind(8, network.ties_in_network);
  row.bind(9, row_checksum(network)).run();
}

// A run that is done stays as it is; the same digest again is fine, another one changes no row.
RunSaver::RunSaver(JournalTables& tables)
    : database_(tables.database()),
      run_(database_,
           "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
           "status = excluded.status, digest = excluded.digest, message = excluded.message, "
           "final = excluded.final, people_checksum = excluded.people_checksum, "
           "snapshot_checksum = excluded.snapshot_checksum, checksum = excluded.checksum, "
           "daily = excluded.daily "
           "WHERE status <> 1 OR (excluded.status = 1 AND digest = excluded.digest)"),
      seconds_(database_, "INSERT OR REPLACE INTO run_seconds VALUES (?, ?, ?, ?)"),
      people_(database_, "INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?, ?)"),
      snapshot_(database_, "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?, ?)") {}

void RunSaver::save(const PackedRun& packed) {
  const RunRecord& run = packed.run;
  StoredRun row;
  row.key = run.key;
  row.status = run.status;
  row.message = run.message;
  if (run.status == RunStatus::done) {
    row.digest = run.result.digest;
    row.final.assign(run.result.final.begin(), run.result.final.end());
    row.people_checksum = save_people(run);
    row.snapshot_checksum = save_snapshots(run);
  }
  run_.bind(1, row.key.point).bind(2, row.key.campaign).bind(3, row.key.replicate);
  run_.bind(4, static_cast<int>(row.status)).bind(5, row.digest);
  run_.bind(6, std::string_view(row.message)).bind(7, view(row.final));
  run_.bind(8, row.people_checksum).bind(9, row.snapshot_checksum).bind(10, row_checksum(row));
  run_.bind(11, view(packed.daily)).run();
  if (sqlite3_changes(database_.get()) == 0) {
    throw Failure(ExitCode::bug,
                  fmt::format("point {}, campaign {}, replicate {} gave another result than in an "
                              "earlier session; please report this",
                              run.key.point, run.key.campaign, run.key.replicate));
  }
  seconds_.bind(1, run.key.point).bind(2, run.key.campaign).bind(3, run.key.replicate);
  seconds_.bind(4, run.seconds).run();
}

std::uint64_t RunSaver::save_people(const RunRecord& run) {
  const auto trust = view(run.result.final_trust), annoyance = view(run.result.final_annoyance);
  if (trust.empty()) return 0;
  people_.bind(1, run.key.point).bind(2, run.key.campaign).bind(3, run.key.replicate);
  people_.bind(4, trust).bind(5, annoyance).run();
  return row_checksum(run.key, trust, annoyance);
}

std::uint64_t RunSaver::save_snapshots(const RunRecord& run) {
  const Snapshots& pictures = run.result.snapshots;
  // The sampled people are those of the first design point: other points may have another network.
  if (run.key.point != 0 || run.key.replicate != 0 || pictures.days.empty()) return 0;
  snapshot_.bind(1, run.key.campaign).bind(2, view(pictures.days));
  snapshot_.bind(3, view(pictures.trust_histogram)).bind(4, view(pictures.annoyance_histogram));
  snapshot_.bind(5, view(pictures.trust)).bind(6, view(pictures.annoyance));
  snapshot_.bind(7, view(pictures.stage)).run();
  return row_checksum(run.key.campaign, pictures);
}

void JournalTables::save(std::span<const NeededReplicates> needed) {
  database_.execute("DELETE FROM needed");
  Statement row(database_, "INSERT OR REPLACE INTO needed VALUES (?, ?, ?, ?)");
  for (const NeededReplicates& each : needed) {
    row.bind(1, each.point).bind(2, each.campaign).bind(3, each.replicates);
    row.bind(4, row_checksum(each)).run();
  }
}

void JournalTables::save_session(double seconds) {
  Statement row(database_, "INSERT INTO session (seconds) VALUES (?)");
  row.bind(1, seconds).run();
}

void JournalTables::note_program(std::string_view commit) {
  Statement row(database_, "INSERT OR IGNORE INTO program VALUES (?)");
  row.bind(1, commit).run();
}

}  // namespace rapport
