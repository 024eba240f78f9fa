#include "results/verify_result.hpp"

#define XXH_INLINE_ALL  // the header alone, no library to link
#include <fmt/format.h>
#include <xxhash.h>

#include "core/failure.hpp"
#include "results/design_settings.hpp"
#include "results/journal_tables.hpp"
#include "results/output_file.hpp"
#include "results/result_file.hpp"
#include "results/result_place.hpp"

namespace rapport {
namespace {

/// The digest that runs of the same design share is taken of the settings that stand beside it, and
/// the rest of the file has to fit these.
void expect_design(const std::string& path, const Design& design) {
  if (design.canonical.empty()) return;  // early files have none
  const XXH128_hash_t hash = XXH3_128bits(design.canonical.data(), design.canonical.size());
  if (fmt::format("{:016x}{:016x}", hash.high64, hash.low64) != design.digest) {
    throw damaged_file(path, "the digest of its design is not that of its settings");
  }
  if (const std::string words = contradiction_in(design); !words.empty()) {
    throw damaged_file(path, words);
  }
}

void count(Verified& verified, const std::vector<RunStatus>& status) {
  verified.runs = status.size();
  for (const RunStatus each : status) {
    verified.done += each == RunStatus::done;
    verified.failed += each == RunStatus::failed;
    verified.not_needed += each == RunStatus::not_needed;
  }
}

void expect_digests(const std::string& path, const std::vector<RunStatus>& status,
                    const std::vector<std::uint64_t>& digests) {
  for (std::size_t run = 0; run < status.size(); ++run) {
    if ((status[run] == RunStatus::done) == (digests[run] != 0)) continue;
    throw damaged_file(path,
                       fmt::format("run {} is done without a digest, or has one without being "
                                   "done",
                                   run));
  }
}

Verified verify_file(const std::string& path) {
  const ResultFile file(path);  // refuses a broken seal
  Verified verified{.path = path};
  verified.is_sealed = file.seal().seal == Seal::intact;
  const std::vector<RunStatus> status = file.status();
  count(verified, status);
  expect_digests(path, status, file.digests());
  expect_design(path, file.design());
  file.expect_every_measure();
  verified.content_digest = file.expect_checksum();
  return verified;
}

Verified verify_journal(const std::string& path) {
  const JournalTables tables = JournalTables::open(path);
  tables.expect_sound();
  const Design design = tables.design();
  expect_design(path, design);
  Verified verified{.path = path, .is_journal = true};
  const std::vector<RunStatus> status = tables.status(design);
  count(verified, status);
  std::vector<std::uint64_t> digests(status.size(), 0);
  tables.for_each_run(
      design, [&](const RunRecord& run) { digests[design.position(run.key)] = run.result.digest; });
  expect_digests(path, status, digests);
  // Read for the checksums of their rows alone.
  tables.network();
  tables.needed();
  return verified;
}

}  // namespace

Verified verify_result(const std::string& path) {
  const ResultPlace place = result_place(path);
  return place.is_journal ? verify_journal(place.path) : verify_file(place.path);
}

}  // namespace rapport
