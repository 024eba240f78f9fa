// The unpacked bytes of a file, plain or gzip, with limits against files made to do harm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

struct gzFile_s;

namespace rapport {

/// Throws Failure from the constructor and from read(): missing_input when the file cannot be
/// opened, bad_data when the gzip data are cut off, damaged or a bomb, input_output on a read
/// error.
class NetworkBytes {
 public:
  explicit NetworkBytes(const std::string& path);

  /// Fills up to `size` bytes; fewer only at the end of the file.
  std::size_t read(char* to, std::size_t size);

  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(gzFile_s* file) const;
  };
  void require_no_error() const;
  void require_no_bomb() const;

  std::string path_;
  std::unique_ptr<gzFile_s, Close> file_;
  std::uint64_t unpacked_ = 0;
};

/// All bytes of a file; Failure(bad_data) above `limit`.
std::string read_whole(const std::string& path, std::size_t limit);

}  // namespace rapport
