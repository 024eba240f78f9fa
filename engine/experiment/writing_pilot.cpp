#include "experiment/writing_pilot.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

#include "core/failure.hpp"
#include "experiment/study.hpp"
#include "results/journal.hpp"
#include "results/journal_batch.hpp"
#include "results/result_writer.hpp"

namespace rapport {
namespace {

// So many that making the files counts for little, so few that it takes a fraction of a second.
constexpr std::uint64_t most_bytes = std::uint64_t{32} << 20;
constexpr std::uint32_t most_replicates = 2'000;

[[noreturn]] void refuse_folder(const std::string& folder, const std::string& reason) {
  throw Failure(ExitCode::cannot_create,
                fmt::format("what writing takes cannot be tried in the folder for temporary files, "
                            "{} ({}); set TMPDIR to a folder that you may write to",
                            folder, reason));
}

/// The folder in which those of this process are made.
std::filesystem::path temporary_folders() {
  std::error_code error;
  auto folder = std::filesystem::temp_directory_path(error);
  if (!error) return folder;
  const char* named = std::getenv("TMPDIR");
  refuse_folder(named == nullptr ? "/tmp" : named, error.message());
}

/// A folder of its own that goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    const std::filesystem::path folder = temporary_folders();
    std::string name = (folder / "rapport-plan-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
      refuse_folder(folder.string(), std::generic_category().message(errno));
    }
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string file(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// One point with as many replicates as are to be tried.
Design tried(Design design) {
  design.stop = {};
  design.shard = {};
  design.expectations.clear();
  design.points.resize(1);
  design.replicates = 1;
  const std::uint64_t bytes = std::max<std::uint64_t>(result_bytes(design), 1);
  design.replicates =
      static_cast<std::uint32_t>(std::clamp<std::uint64_t>(most_bytes / bytes, 1, most_replicates));
  return design;
}

}  // namespace

double seconds_to_write_run(const Design& design, std::span<const RunRecord> runs,
                            const Crew& crew) {
  const TemporaryFolder folder;
  const std::string path = folder.file("pilot.h5");
  const Design small = tried(design);
  const auto start = std::chrono::steady_clock::now();
  Journal journal = Journal::open(path, small, {});
  JournalBatch batch(journal);
  for (std::uint32_t replicate = 0; replicate < small.replicates; ++replicate) {
    for (RunRecord run : runs) {
      run.key.point = 0;
      run.key.replicate = replicate;
      run.result.snapshots = {};  // there is one for a whole experiment
      batch.take(std::move(run));
      if (batch.is_full()) batch.begin();
    }
  }
  batch.flush();
  write_result(path, journal, crew);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  return spent.count() / static_cast<double>(small.runs());
}

}  // namespace rapport
