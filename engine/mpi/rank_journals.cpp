#include "mpi/rank_journals.hpp"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "core/failure.hpp"
#include "results/design_difference.hpp"
#include "results/journal_tables.hpp"
#include "results/output_file.hpp"
#include "results/output_lock.hpp"
#include "results/run_source.hpp"

namespace rapport::mpi {
namespace {

/// Whether there are digits, and nothing else, between so many characters on both sides.
bool is_number(std::string_view text, std::size_t before, std::size_t after) {
  if (text.size() <= before + after) return false;
  const auto number = text.substr(before, text.size() - before - after);
  return number.find_first_not_of("0123456789") == number.npos;
}

std::vector<std::string> journals_beside(const std::string& result_path) {
  const std::filesystem::path result(result_path);
  const std::filesystem::path folder =
      result.parent_path().empty() ? std::filesystem::path(".") : result.parent_path();
  const std::string prefix = result.filename().string() + ".rank-", suffix = journal_path("");
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool ours = name.starts_with(prefix) && name.ends_with(suffix) &&
                      is_number(name, prefix.size(), suffix.size());
    if (ours && entry.is_regular_file()) found.push_back(entry.path().string());
  }
  return found;
}

void absorb(Journal& journal, const std::string& path) {
  if (!JournalTables::is_empty(path)) {
    const auto source = RunSource::open(path);
    const std::string difference = design_difference(source->design(), journal.design());
    if (!difference.empty()) {
      throw Failure(ExitCode::bad_data, path + ": is of another experiment (" + difference +
                                            "); move it away, or give another file with -o");
    }
    journal.absorb(*source);
  }
  std::filesystem::remove(path);
  std::filesystem::remove(path + "-journal");
}

}  // namespace

std::string rank_path(const std::string& result_path, int rank) {
  return result_path + ".rank-" + std::to_string(rank);
}

void absorb_rank_journals(Journal& journal, const std::string& result_path) {
  for (const std::string& path : journals_beside(result_path)) {
    const auto lock = OutputLock::take(path.substr(0, path.size() - journal_path("").size()));
    absorb(journal, path);
  }
}

}  // namespace rapport::mpi
