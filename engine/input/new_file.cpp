#include "input/new_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace rapport {
namespace {

// So many may be left by processes of that number that were killed.
constexpr int most_names = 1000;

[[noreturn]] void fail(int cause) {
  throw std::system_error(cause, std::generic_category());
}

}  // namespace

NewFile::NewFile(const std::string& path) : path_(path) {
  const std::string name = path + "." + std::to_string(::getpid());
  for (int k = 0; file_ < 0; ++k) {
    temporary_ = name + "-" + std::to_string(k);
    file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file_ < 0 && (errno != EEXIST || k == most_names)) fail(errno);
  }
}

NewFile::~NewFile() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(temporary_.c_str());
}

void NewFile::make_room(std::uint64_t bytes) {
  const int cause = ::posix_fallocate(file_, 0, static_cast<off_t>(bytes));
  if (cause != 0) fail(cause);
}

void NewFile::write(std::span<const std::byte> bytes, std::uint64_t place) {
  constexpr std::size_t most = std::size_t{1} << 30;  // Linux writes less than 2 GiB at once
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(file_, bytes.data(), std::min(bytes.size(), most), static_cast<off_t>(place));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    place += static_cast<std::uint64_t>(written);
  }
}

void NewFile::finish() {
  if (::fsync(file_) != 0) fail(errno);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail(errno);
  ::close(file_);
  file_ = -1;
  const auto folder = std::filesystem::path(path_).parent_path();
  const int opened = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
  if (opened < 0) return;  // the file is there; only a power cut could lose it
  ::fsync(opened);
  ::close(opened);
}

}  // namespace rapport
