#include "results/output_lock.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "results/output_file.hpp"

namespace rapport {
namespace {

/// Tries to lock the first byte: SQLite's own locks begin at byte 2^30. The lock belongs to the
/// open file (F_OFD) and not to the process, from which any closing of the file would take it.
bool lock(int file, const std::string& path) {
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  range.l_len = 1;
  if (::fcntl(file, F_OFD_SETLK, &range) == 0) return true;
  if (errno == EAGAIN || errno == EACCES) return false;
  throw Failure(ExitCode::input_output, path + ": cannot be locked (" + std::strerror(errno) +
                                            "); give a place on another file system with -o");
}

Failure in_use(const std::string& path) {
  return Failure(ExitCode::cannot_create,
                 path +
                     ": another rapport is writing here (two would spoil each other's runs); "
                     "wait until it has ended, or give another place with -o");
}

/// Whether the name still stands for the open file, which its owner may have removed meanwhile.
bool is_file_of(const std::string& path, int file) {
  struct stat named {
  }, open{};
  return ::stat(path.c_str(), &named) == 0 && ::fstat(file, &open) == 0 &&
         named.st_ino == open.st_ino && named.st_dev == open.st_dev;
}

}  // namespace

OutputLock OutputLock::take(const std::string& result_path) {
  const std::string path = journal_path(result_path);
  while (true) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) throw cannot_create(path, errno);
    OutputLock taken(path, file);
    if (!lock(file, path)) {
      // Not ours: neither the file nor the right to take it away.
      ::close(std::exchange(taken.file_, -1));
      throw in_use(path);
    }
    if (is_file_of(path, file)) return taken;
    ::close(std::exchange(taken.file_, -1));
  }
}

void OutputLock::expect_free(const std::string& result_path) {
  std::error_code error;
  if (std::filesystem::is_regular_file(journal_path(result_path), error)) take(result_path);
}

OutputLock::OutputLock(OutputLock&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}

OutputLock& OutputLock::operator=(OutputLock&& other) noexcept {
  if (this == &other) return *this;
  release();
  path_ = std::move(other.path_);
  file_ = std::exchange(other.file_, -1);
  return *this;
}

OutputLock::~OutputLock() {
  release();
}

void OutputLock::release() noexcept {
  if (file_ < 0) return;
  struct stat open {};
  if (::fstat(file_, &open) == 0 && S_ISREG(open.st_mode) && open.st_size == 0 &&
      is_file_of(path_, file_)) {
    ::unlink(path_.c_str());
  }
  ::close(std::exchange(file_, -1));
}

}  // namespace rapport
