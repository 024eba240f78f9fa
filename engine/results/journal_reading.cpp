// What is read back from the tables of a journal.
#include <algorithm>

#include "core/failure.hpp"
#include "results/daily_blob.hpp"
#include "results/journal_tables.hpp"
#include "results/output_file.hpp"
#include "results/row_checksum.hpp"

namespace rapport {
namespace {

RunKey key_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1)),
          static_cast<std::uint32_t>(row.integer(column + 2))};
}

}  // namespace

void JournalTables::expect_sound() const {
  Statement check(database_, "PRAGMA integrity_check(1)");
  if (check.step() && check.text(0) == "ok") return;
  throw damaged_file(database_.path(), check.text(0));
}

NetworkSample JournalTables::network() const {
  Statement row(database_, "SELECT * FROM network");
  NetworkSample network;
  if (!row.step()) return network;
  network.person = row.blob<std::uint32_t>(0);
  network.community = row.blob<std::uint32_t>(1);
  network.x = row.blob<float>(2);
  network.y = row.blob<float>(3);
  network.tie_from = row.blob<std::uint32_t>(4);
  network.tie_to = row.blob<std::uint32_t>(5);
  network.people_in_network = static_cast<std::uint32_t>(row.integer(6));
  network.ties_in_network = static_cast<std::uint64_t>(row.integer(7));
  return network;
}

std::vector<RunKey> JournalTables::done() const {
  Statement rows(database_,
                 "SELECT point, campaign, replicate FROM run WHERE status = 1 "
                 "ORDER BY point, campaign, replicate");
  std::vector<RunKey> keys;
  while (rows.step()) keys.push_back(key_at(rows, 0));
  return keys;
}

std::vector<NeededReplicates> JournalTables::needed() const {
  Statement rows(database_, "SELECT point, campaign, replicates FROM needed");
  std::vector<NeededReplicates> all;
  while (rows.step()) {
    const RunKey row = key_at(rows, 0);
    all.push_back({row.point, row.campaign, row.replicate});
  }
  return all;
}

std::uint32_t JournalTables::replicates() const {
  Statement row(database_, "SELECT coalesce(max(replicate) + 1, 0) FROM run");
  row.step();
  return static_cast<std::uint32_t>(row.integer(0));
}

std::vector<RunStatus> JournalTables::status(const Design& design) const {
  std::vector<RunStatus> all(design.runs(), RunStatus::not_run);
  RunCursor cursor(*this, design, RunCursor::Daily::leave_out);
  for (StoredRun run; cursor.next(run);) all[design.position(run.key)] = run.status;
  return all;
}

void JournalTables::for_each_run(const Design& design,
                                 const std::function<void(const RunRecord&)>& use) const {
  Statement people(database_,
                   "SELECT trust, annoyance FROM people "
                   "WHERE point = ? AND campaign = ? AND replicate = ?");
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
    people.bind(1, run.key.point).bind(2, run.key.campaign).bind(3, run.key.replicate);
    if (people.step()) {
      record.result.final_trust = people.blob<float>(0);
      record.result.final_annoyance = people.blob<float>(1);
    }
    people.reset();
    use(record);
  }
}

Snapshots JournalTables::snapshots(std::uint32_t campaign) const {
  Statement row(database_,
                "SELECT days, trust_histogram, annoyance_histogram, trust, annoyance, stage "
                "FROM snapshot WHERE campaign = ?");
  row.bind(1, campaign);
  Snapshots pictures;
  if (!row.step()) return pictures;
  pictures.days = row.blob<Day>(0);
  pictures.trust_histogram = row.blob<std::uint32_t>(1);
  pictures.annoyance_histogram = row.blob<std::uint32_t>(2);
  pictures.trust = row.blob<float>(3);
  pictures.annoyance = row.blob<float>(4);
  pictures.stage = row.blob<std::uint8_t>(5);
  return pictures;
}

void JournalTables::for_each_people(const std::function<void(const StoredPeople&)>& use) const {
  Statement rows(database_,
                 "SELECT point, campaign, replicate, trust, annoyance FROM people "
                 "ORDER BY point, campaign, replicate");
  while (rows.step()) {
    StoredPeople people{key_at(rows, 0), rows.blob<float>(3), rows.blob<float>(4)};
    if (people.trust.size() != people.annoyance.size()) database_.fail(SQLITE_CORRUPT);
    use(people);
  }
}

std::size_t JournalTables::most_people() const {
  Statement row(database_, "SELECT coalesce(max(length(trust)), 0) FROM people");
  row.step();
  return static_cast<std::size_t>(row.integer(0)) / sizeof(float);
}

RunCursor::RunCursor(const JournalTables& tables, const Design& design, Daily daily)
    : database_(&tables.database()),
      design_(&design),
      daily_(design.daily ? daily : Daily::leave_out),
      rows_(tables.database(),
            daily_ == Daily::read
                ? "SELECT point, campaign, replicate, status, digest, message, "
                  "final, checksum, daily FROM run ORDER BY point, campaign, replicate"
                : "SELECT point, campaign, replicate, status, digest, message, "
                  "final, checksum FROM run ORDER BY point, campaign, replicate") {}

bool RunCursor::next(StoredRun& run) {
  if (!rows_.step()) return false;
  run.key = key_at(rows_, 0);
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
  const auto checksum = static_cast<std::uint64_t>(rows_.integer(7));
  if (row_checksum(run.key, run.status, run.digest, run.message, run.final) != checksum) {
    database_->fail(SQLITE_CORRUPT);
  }
  if (run.status != RunStatus::done) return true;
  if (run.final.size() != measure_count) database_->fail(SQLITE_CORRUPT);
  if (daily_ == Daily::leave_out) return true;
  auto daily = daily_in_blob(rows_.blob<std::byte>(8), measure_count,
                             static_cast<std::size_t>(design_->days));
  if (!daily) database_->fail(SQLITE_CORRUPT);
  run.daily = std::move(*daily);
  return true;
}

}  // namespace rapport
