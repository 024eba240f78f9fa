#include "app/whole_file.hpp"

#include <cerrno>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <set>
#include <span>
#include <system_error>

#include "core/failure.hpp"
#include "input/new_file.hpp"

namespace rapport {
namespace {

namespace fs = std::filesystem;

Failure cannot_fill(const std::string& path, const std::string& reason) {
  return Failure(
      ExitCode::input_output,
      fmt::format("cannot write {} ({}); make room and give the same command again", path, reason));
}

/// A device or a pipe, which no new file may take the place of.
bool is_stream(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

void write_stream(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (!file) throw cannot_fill(path, "it takes no more");
}

/// Where a chain of links leads, whether something is there already or not.
fs::path end_of_links(fs::path path) {
  constexpr int most = 40;  // as Linux follows
  std::error_code error;
  for (int k = 0; k < most && fs::is_symlink(path, error); ++k) {
    path = path.parent_path() / fs::read_symlink(path);  // an absolute one replaces the folder
  }
  return path;
}

/// Names in the list of a folder. A path among them is none of ours: only files of this folder are.
std::set<std::string> listed(const fs::path& list) {
  std::set<std::string> names;
  std::ifstream file(list, std::ios::binary);
  for (std::string name; std::getline(file, name);) {
    if (fs::path(name).filename() == name && name != "." && name != "..") names.insert(name);
  }
  return names;
}

std::string text_of(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += name + '\n';
  return text;
}

}  // namespace

void write_whole(const std::string& path, std::string_view bytes) {
  if (is_stream(path)) return write_stream(path, bytes);
  // A link stays: the file it leads to is the one that is written, and keeps who may read it.
  const fs::path target = end_of_links(path);
  std::error_code absent;
  const fs::file_status before = fs::status(target, absent);
  std::unique_ptr<NewFile> file;
  try {
    if (fs::is_directory(path)) throw std::system_error(EISDIR, std::generic_category());
    file = std::make_unique<NewFile>(target.string());
  } catch (const std::system_error& error) {
    throw Failure(ExitCode::cannot_create,
                  fmt::format("cannot create {} ({}); name a file in a folder that is there and "
                              "that you may write to",
                              path, error.code().message()));
  }
  try {
    file->write(std::as_bytes(std::span(bytes)), 0);
    file->finish();
    if (fs::exists(before)) fs::permissions(target, before.permissions(), absent);
  } catch (const std::system_error& error) {
    const int reason = error.code().value();
    if (reason != EPERM && reason != EACCES) throw cannot_fill(path, error.code().message());
    throw Failure(ExitCode::cannot_create, fmt::format("cannot replace {} ({}); name another file",
                                                       path, error.code().message()));
  }
}

void write_folder(const std::string& folder, const std::vector<report::NamedFile>& files,
                  const std::string& list) {
  std::error_code ignored;  // what cannot be made is told by the first file
  fs::create_directories(folder, ignored);
  const std::string place = (fs::path(folder) / list).string();
  std::set<std::string> now;
  for (const report::NamedFile& file : files) now.insert(file.name);
  std::set<std::string> all = listed(place);
  all.insert(now.begin(), now.end());
  // First, so that nothing is forgotten when this ends half-way.
  write_whole(place, text_of(all));
  for (const report::NamedFile& file : files) {
    write_whole((fs::path(folder) / file.name).string(), file.bytes);
  }
  for (const std::string& name : all) {
    if (!now.contains(name)) fs::remove(fs::path(folder) / name, ignored);
  }
  write_whole(place, text_of(now));
}

}  // namespace rapport
