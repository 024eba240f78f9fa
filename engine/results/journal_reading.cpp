// What is read back from the tables of a journal.
#include <algorithm>

#include "core/failure.hpp"
#include "results/journal_tables.hpp"

namespace rapport {
namespace {

RunKey key_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1)),
          static_cast<std::uint32_t>(row.integer(column + 2))};
}

}  // namespace

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

std::uint32_t JournalTables::replicates() const {
  Statement row(database_, "SELECT coalesce(max(replicate) + 1, 0) FROM run");
  row.step();
  return static_cast<std::uint32_t>(row.integer(0));
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
      rows_(tables.database(), daily_ == Daily::read
                                   ? "SELECT point, campaign, replicate, status, digest, message, "
                                     "final, daily FROM run ORDER BY point, campaign, replicate"
                                   : "SELECT point, campaign, replicate, status, digest, message, "
                                     "final FROM run ORDER BY point, campaign, replicate") {}

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
  if (daily_ == Daily::read) run.daily = rows_.blob<float>(7);
  if (run.status != RunStatus::done) return true;
  const auto days = static_cast<std::size_t>(design_->days);
  if (run.final.size() != measure_count ||
      (daily_ == Daily::read && run.daily.size() != measure_count * days)) {
    database_->fail(SQLITE_CORRUPT);
  }
  return true;
}

}  // namespace rapport
