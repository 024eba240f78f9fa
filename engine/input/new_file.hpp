// A file that appears under its name only when it is complete.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace rapport {

/// Written under a name of its own beside `path`; unless it was finished nothing is left of it. All
/// functions throw std::system_error.
class NewFile {
 public:
  explicit NewFile(const std::string& path);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  /// Reserves the disk for so many bytes, which is also the size of the file from now on: a disk
  /// that is too small is found before it is filled.
  void make_room(std::uint64_t bytes);
  void write(std::span<const std::byte> bytes, std::uint64_t place);
  /// Gives the file its name so that after a power cut either the old one or the whole new one is
  /// there.
  void finish();

 private:
  std::string path_, temporary_;
  int file_ = -1;
};

}  // namespace rapport
