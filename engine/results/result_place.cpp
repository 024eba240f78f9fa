#include "results/result_place.hpp"

#include <filesystem>

#include "results/output_file.hpp"

namespace rapport {

ResultPlace result_place(const std::string& path) {
  std::error_code error;
  const auto is_there = [&](const std::string& file) {
    return std::filesystem::exists(std::filesystem::status(file, error));
  };
  // Told apart by name: peeking into a journal that this very process is writing would drop the
  // locks that SQLite holds on it.
  if (path.ends_with(".part") && is_there(path)) return {path, true};
  if (!is_there(path) && is_there(journal_path(path))) return {journal_path(path), true};
  return {path, false};
}

}  // namespace rapport
