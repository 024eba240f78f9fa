#include "results/journal.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "core/failure.hpp"
#include "results/design_difference.hpp"
#include "results/journal_tables.hpp"
#include "results/output_file.hpp"
#include "results/result_file.hpp"
#include "results/run_source.hpp"
#include "results/version.hpp"

namespace rapport {
namespace {

void expect_same_design(const std::string& path, const Design& there, const Design& here) {
  const std::string difference = design_difference(there, here);
  if (difference.empty()) return;
  throw Failure(ExitCode::bad_data,
                path + ": holds another experiment (" + difference +
                    "); give another file with -o, or start anew with run --force");
}

/// The earlier result at that path, when there is one; it must be of the same design.
std::optional<ResultFile> earlier_result(const std::string& path, const Design& design) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) return std::nullopt;
  std::optional<ResultFile> result(std::in_place, path);
  expect_same_design(path, result->design(), design);
  return result;
}

/// What is asked for or, where more replicates are there, those: described by the text that asked
/// for so many, if there is one, so that the file does not contradict itself.
Design covering(const Design& asked, Design there, std::uint32_t replicates_there) {
  if (asked.replicates >= replicates_there) return asked;
  if (there.replicates == replicates_there) return there;
  there = asked;
  there.replicates = replicates_there;
  return there;
}

/// A new journal with the runs of an earlier result, if there is one: all in one transaction.
void begin(JournalTables& tables, const Design& design, const NetworkSample& network,
           const std::optional<ResultFile>& earlier) {
  Transaction transaction(tables.database());
  tables.create();
  tables.save(design);
  tables.save(network);
  if (earlier) {
    tables.note_program(earlier->written_by());
    RunSaver saver(tables);
    earlier->for_each_run([&](RunRecord&& run) { saver.save(PackedRun(std::move(run))); });
  }
  transaction.commit();
}

/// Ours by its first bytes, so that a damaged journal can be discarded too; so is an empty file,
/// which a process killed at its very start leaves.
bool is_journal(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::array<char, 72> head{};
  file.read(head.data(), head.size());
  if (file.gcount() == 0) return file.eof();
  constexpr std::size_t application_id_at = 68;  // of SQLite's file format
  return file.gcount() == static_cast<std::streamsize>(head.size()) &&
         std::memcmp(head.data(), "SQLite format 3", 16) == 0 &&
         std::memcmp(head.data() + application_id_at, "rprt", 4) == 0;
}

void remove_file(const std::string& path) {
  std::error_code error;
  std::filesystem::remove(path, error);
  if (error) throw cannot_write(path, error.value());
}

}  // namespace

Journal::Journal(OutputLock lock, std::unique_ptr<JournalTables> tables, Design design)
    : lock_(std::move(lock)), tables_(std::move(tables)), design_(std::move(design)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Journal Journal::open(const std::string& result_path, const Design& design,
                      const NetworkSample& network) {
  expect_place_for(result_path);
  const std::string path = journal_path(result_path);
  expect_place_for(path);
  OutputLock lock = OutputLock::take(result_path);
  const std::optional<ResultFile> earlier = earlier_result(result_path, design);
  auto tables = std::make_unique<JournalTables>(JournalTables::open_or_create(path));
  if (tables->fresh()) {
    Design kept =
        earlier ? covering(design, earlier->design(), earlier->design().replicates) : design;
    begin(*tables, kept, network, earlier);
    return Journal(std::move(lock), std::move(tables), std::move(kept));
  }
  Design there = tables->design();
  expect_same_design(path, there, design);
  if (tables->replicates() > there.replicates) {
    throw damaged_file(path, "it holds runs beyond its design");
  }
  Design kept = covering(design, std::move(there), tables->replicates());
  Transaction transaction(tables->database());
  tables->save(kept);
  // A rule may have been changed since, or be about to look at more.
  tables->save(std::span<const NeededReplicates>());
  transaction.commit();
  return Journal(std::move(lock), std::move(tables), std::move(kept));
}

void Journal::discard(const std::string& result_path) {
  const OutputLock lock = OutputLock::take(result_path);
  const std::string path = journal_path(result_path);
  std::error_code error;
  const bool result = std::filesystem::exists(std::filesystem::symlink_status(result_path, error));
  if (result && !is_result(result_path)) {
    throw Failure(
        ExitCode::bad_data,
        result_path + ": is no result of rapport and is not removed; move it away yourself");
  }
  if (!is_journal(path)) {
    throw Failure(ExitCode::bad_data,
                  path + ": is no journal of rapport and is not removed; move it away yourself");
  }
  if (result) remove_file(result_path);
  remove_file(path);
  // SQLite's own log of a transaction that was cut off.
  remove_file(path + "-journal");
}

const Design& Journal::design() const {
  return design_;
}

void Journal::append(std::span<const PackedRun> runs) {
  Transaction transaction(tables_->database());
  tables_->note_program(git_commit);
  RunSaver saver(*tables_);
  for (const PackedRun& run : runs) saver.save(run);
  transaction.commit();
}

AbsorbedRuns Journal::absorb(const RunSource& source) {
  AbsorbedRuns absorbed;
  Transaction transaction(tables_->database());
  for (const std::string& commit : source.programs()) {
    tables_->note_program(commit);
    absorbed.programs.insert(commit);
  }
  RunSaver saver(*tables_);
  source.for_each_run([&](RunRecord&& run) {
    ++absorbed.runs;
    absorbed.failed += run.status == RunStatus::failed;
    saver.save(PackedRun(std::move(run)));
  });
  transaction.commit();
  return absorbed;
}

std::vector<RunKey> Journal::finished() const {
  return tables_->done();
}

std::vector<std::string> Journal::programs() const {
  return tables_->programs();
}

void Journal::note_needed(std::span<const NeededReplicates> needed) {
  Transaction transaction(tables_->database());
  tables_->save(needed);
  transaction.commit();
}

void Journal::note_session(double seconds) {
  tables_->save_session(seconds);
}

void Journal::remove() && {
  const std::string path = tables_->database().path();
  tables_.reset();
  remove_file(path);
}

}  // namespace rapport
