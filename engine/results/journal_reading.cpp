// What is read back from the tables of a journal.
#include <algorithm>
#include <fmt/format.h>
#include <limits>

#include "core/failure.hpp"
#include "results/daily_blob.hpp"
#include "results/journal_tables.hpp"
#include "results/output_file.hpp"
#include "results/row_checksum.hpp"

namespace rapport {
namespace {

[[noreturn]] void refuse_row(const Database& database, std::string_view table) {
  throw damaged_file(database.path(),
                     fmt::format("a row of table {} is not what was written", table));
}

/// A number of 32 bits; checksums are taken of it, and what is cut off must not pass them.
std::uint32_t word_at(const Statement& row, int column, const Database& database,
                      std::string_view table) {
  const std::int64_t number = row.integer(column);
  if (number < 0 || number > std::numeric_limits<std::uint32_t>::max()) refuse_row(database, table);
  return static_cast<std::uint32_t>(number);
}

/// Three columns from `column` on.
RunKey key_at(const Statement& row, int column, const Database& database, std::string_view table) {
  return {word_at(row, column, database, table), word_at(row, column + 1, database, table),
          word_at(row, column + 2, database, table)};
}

/// `column` of the row holds the checksum of what was written.
void expect_checksum(std::uint64_t checksum, const Statement& row, int column,
                     const Database& database, std::string_view table) {
  if (static_cast<std::uint64_t>(row.integer(column)) != checksum) refuse_row(database, table);
}

// From the rows of runs, so that none that is gone stays unnoticed.
constexpr std::string_view people_of_runs =
    "SELECT point, campaign, replicate, trust, annoyance, people_checksum "
    "FROM run LEFT JOIN people USING (point, campaign, replicate) WHERE people_checksum <> 0 ";

StoredPeople people_in(const Statement& row, const Database& database) {
  StoredPeople people{key_at(row, 0, database, "people"), row.blob<float>(3), row.blob<float>(4)};
  expect_checksum(row_checksum(people.key, people.trust, people.annoyance), row, 5, database,
                  "people");
  return people;
}

}  // namespace

void JournalTables::expect_sound() const {
  Statement check(database_, "PRAGMA integrity_check(1)");
  if (check.step() && check.text(0) == "ok") return;
  throw damaged_file(database_.path(), check.text(0));
}

NetworkSample JournalTables::network() const {
  Statement row(database_, "SELECT * FROM network");
  if (!row.step()) refuse_row(database_, "network");
  NetworkSample network;
  network.person = row.blob<std::uint32_t>(0);
  network.community = row.blob<std::uint32_t>(1);
  network.x = row.blob<float>(2);
  network.y = row.blob<float>(3);
  network.tie_from = row.blob<std::uint32_t>(4);
  network.tie_to = row.blob<std::uint32_t>(5);
  network.people_in_network = word_at(row, 6, database_, "network");
  network.ties_in_network = static_cast<std::uint64_t>(row.integer(7));
  expect_checksum(row_checksum(network), row, 8, database_, "network");
  return network;
}

std::vector<RunKey> JournalTables::done() const {
  Statement rows(database_,
                 "SELECT point, campaign, replicate FROM run WHERE status = 1 "
                 "ORDER BY point, campaign, replicate");
  std::vector<RunKey> keys;
  while (rows.step()) keys.push_back(key_at(rows, 0, database_, "run"));
  return keys;
}

std::vector<NeededReplicates> JournalTables::needed() const {
  Statement rows(database_, "SELECT point, campaign, replicates, checksum FROM needed");
  std::vector<NeededReplicates> all;
  while (rows.step()) {
    const RunKey row = key_at(rows, 0, database_, "needed");
    all.push_back({row.point, row.campaign, row.replicate});
    expect_checksum(row_checksum(all.back()), rows, 3, database_, "needed");
  }
  return all;
}

std::vector<std::string> JournalTables::programs() const {
  Statement rows(database_, "SELECT git_commit FROM program ORDER BY git_commit");
  std::vector<std::string> commits;
  while (rows.step()) commits.push_back(rows.text(0));
  return commits;
}

std::uint32_t JournalTables::replicates() const {
  Statement row(database_, "SELECT coalesce(max(replicate) + 1, 0) FROM run");
  row.step();
  return word_at(row, 0, database_, "run");
}

std::vector<RunStatus> JournalTables::status(const Design& design) const {
  std::vector<RunStatus> all(design.runs(), RunStatus::not_run);
  RunCursor cursor(*this, design, RunCursor::Daily::leave_out);
  for (StoredRun run; cursor.next(run);) all[design.position(run.key)] = run.status;
  return all;
}

void JournalTables::for_each_run(const Design& design,
                                 const std::function<void(RunRecord&&)>& use) const {
  Statement people_row(
      database_, std::string(people_of_runs) + "AND point = ? AND campaign = ? AND replicate = ?");
  RunCursor cursor(*this, design, RunCursor::Daily::read);
  for (StoredRun run; cursor.next(run);) {
    RunRecord record;
    record.key = run.key;
    record.status = run.status;
    record.message = run.message;
    record.result.digest = run.digest;
    std::copy(run.final.begin(), run.final.end(), record.result.final.begin());
    record.result.daily = std::move(run.daily);
    if (run.key.point == 0 && run.key.replicate == 0) {
      record.result.snapshots = snapshots(run.key.campaign);
    }
    people_row.bind(1, run.key.point).bind(2, run.key.campaign).bind(3, run.key.replicate);
    if (people_row.step()) {
      StoredPeople people = people_in(people_row, database_);
      record.result.final_trust = std::move(people.trust);
      record.result.final_annoyance = std::move(people.annoyance);
    }
    people_row.reset();
    use(std::move(record));
  }
}

Snapshots JournalTables::snapshots(std::uint32_t campaign) const {
  Statement row(database_,
                "SELECT days, trust_histogram, annoyance_histogram, trust, annoyance, stage, "
                "snapshot_checksum FROM run LEFT JOIN snapshot USING (campaign) "
                "WHERE point = 0 AND campaign = ? AND replicate = 0 AND snapshot_checksum <> 0");
  row.bind(1, campaign);
  Snapshots pictures;
  if (!row.step()) return pictures;
  pictures.days = row.blob<Day>(0);
  pictures.trust_histogram = row.blob<std::uint32_t>(1);
  pictures.annoyance_histogram = row.blob<std::uint32_t>(2);
  pictures.trust = row.blob<float>(3);
  pictures.annoyance = row.blob<float>(4);
  pictures.stage = row.blob<std::uint8_t>(5);
  expect_checksum(row_checksum(campaign, pictures), row, 6, database_, "snapshot");
  return pictures;
}

void JournalTables::for_each_people(const std::function<void(const StoredPeople&)>& use) const {
  Statement rows(database_, std::string(people_of_runs) + "ORDER BY point, campaign, replicate");
  while (rows.step()) {
    const StoredPeople people = people_in(rows, database_);
    if (people.trust.size() != people.annoyance.size()) database_.fail(SQLITE_CORRUPT);
    use(people);
  }
}

std::size_t JournalTables::most_people() const {
  Statement row(
      database_,
      "SELECT coalesce(max(length(CAST(trust AS BLOB))), 0) "
      "FROM run JOIN people USING (point, campaign, replicate) WHERE people_checksum <> 0");
  row.step();
  return static_cast<std::size_t>(row.integer(0)) / sizeof(float);
}

RunCursor::RunCursor(const JournalTables& tables, const Design& design, Daily daily)
    : database_(&tables.database()),
      design_(&design),
      daily_(design.daily ? daily : Daily::leave_out),
      rows_(tables.database(),
            fmt::format("SELECT point, campaign, replicate, status, digest, message, final, "
                        "people_checksum, snapshot_checksum, checksum{} "
                        "FROM run ORDER BY point, campaign, replicate",
                        daily_ == Daily::read ? ", daily" : "")) {}

bool RunCursor::next(StoredRun& run) {
  if (!rows_.step()) return false;
  run.key = key_at(rows_, 0, *database_, "run");
  const std::int64_t status = rows_.integer(3);
  if (run.key.point >= design_->points.size() || run.key.campaign >= design_->campaigns.size() ||
      run.key.replicate >= design_->replicates || status < 1 || status > 2) {
    database_->fail(SQLITE_CORRUPT);
  }
  run.status = static_cast<RunStatus>(status);
  run.digest = static_cast<std::uint64_t>(rows_.integer(4));
  run.message = rows_.text(5);
  run.final = rows_.blob<double>(6);
  run.daily.clear();
  run.people_checksum = static_cast<std::uint64_t>(rows_.integer(7));
  run.snapshot_checksum = static_cast<std::uint64_t>(rows_.integer(8));
  expect_checksum(row_checksum(run), rows_, 9, *database_, "run");
  if (run.status != RunStatus::done) return true;
  if (run.final.size() != measure_count) database_->fail(SQLITE_CORRUPT);
  if (daily_ == Daily::leave_out) return true;
  auto daily = daily_in_blob(rows_.blob<std::byte>(10), measure_count,
                             static_cast<std::size_t>(design_->days));
  if (!daily) refuse_row(*database_, "run");
  run.daily = std::move(*daily);
  return true;
}

}  // namespace rapport
