// A file with given bytes that lives as long as the object.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <zlib.h>

namespace rapport {

class TemporaryFile {
 public:
  /// `name` ends the file's name and so chooses its format.
  TemporaryFile(const std::string& name, std::string_view bytes) {
    std::string folder = (std::filesystem::temp_directory_path() / "network-XXXXXX").string();
    folder_ = mkdtemp(folder.data());
    path_ = (std::filesystem::path(folder_) / name).string();
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove_all(folder_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }
  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
  std::string path_;
};

/// The text packed by gzip.
inline std::string gzipped(std::string_view text) {
  const TemporaryFile file("packed.gz", "");
  gzFile out = gzopen(file.path().c_str(), "wb");
  gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
  gzclose(out);
  std::ifstream in(file.path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace rapport
