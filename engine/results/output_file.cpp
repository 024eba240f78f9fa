#include "results/output_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace rapport {
namespace {

std::filesystem::path folder_of(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? std::filesystem::path(".") : folder;
}

const char* reason_of(int cause) {
  switch (cause) {
    case ENOSPC:
      return "the disk is full";
    case EDQUOT:
      return "the disk quota is used up";
    case EFBIG:
      return "the file would be larger than is allowed";
    case EACCES:
    case EPERM:
      return "no permission";
    case EROFS:
      return "the file system is read-only";
    case ENOENT:
      return "the folder does not exist";
    default:
      return std::strerror(cause);
  }
}

/// Data and length of the file or folder reach the disk.
void sync(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) throw cannot_write(path, errno);
  const int code = ::fsync(file);
  const int cause = errno;
  ::close(file);
  // Some file systems cannot sync a folder and say EINVAL: there is nothing more to be done there.
  if (code != 0 && cause != EINVAL) throw cannot_write(path, cause);
}

}  // namespace

std::string journal_path(const std::string& result_path) {
  return result_path + ".part";
}

Failure cannot_create(const std::string& path, int cause) {
  return Failure(ExitCode::cannot_create, path + ": cannot be created (" + reason_of(cause) +
                                              "); give another place with -o");
}

Failure damaged_file(const std::string& path, const std::string& reason) {
  return Failure(ExitCode::bad_data,
                 path + ": is damaged (" + reason +
                     "); take another copy of it, or move it away and run its scenario again");
}

Failure cannot_write(const std::string& path, int cause) {
  return Failure(ExitCode::input_output, path + ": cannot be written (" + reason_of(cause) +
                                             "); make room and run again, finished runs are kept");
}

void expect_place_for(const std::string& path) {
  std::error_code error;
  const std::filesystem::path folder = folder_of(path);
  const auto folder_status = std::filesystem::status(folder, error);
  if (!std::filesystem::exists(folder_status)) {
    throw Failure(ExitCode::cannot_create, path + ": cannot be created (the folder '" +
                                               folder.string() +
                                               "' does not exist); create it first");
  }
  if (!std::filesystem::is_directory(folder_status)) {
    throw Failure(ExitCode::cannot_create,
                  path + ": cannot be created ('" + folder.string() +
                      "' is a file, not a folder); give another place with -o");
  }
  if (std::filesystem::is_directory(path, error)) {
    throw Failure(ExitCode::cannot_create,
                  path + ": cannot be created (it is a folder); give a file name with -o");
  }
  if (::access(folder.c_str(), W_OK | X_OK) != 0) throw cannot_create(path, errno);
}

void rename_durably(const std::string& temporary, const std::string& path) {
  sync(temporary, O_RDONLY);
  if (std::rename(temporary.c_str(), path.c_str()) != 0) throw cannot_write(path, errno);
  sync(folder_of(path).string(), O_RDONLY | O_DIRECTORY);
}

}  // namespace rapport
