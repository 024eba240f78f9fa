#include "results/file_seal.hpp"

#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#include "results/checksum.hpp"
#include "results/output_file.hpp"

namespace rapport {
namespace {

constexpr std::array<char, 8> mark = {'r', 'a', 'p', 'p', 'o', 'r', 't', '\n'};
constexpr std::size_t seal_bytes = mark.size() + sizeof(std::uint64_t);
static_assert(std::endian::native == std::endian::little);

/// Checksum of the next `bytes` bytes of the file; a shorter file leaves it in a failed state.
std::uint64_t digest_of(std::ifstream& file, std::uintmax_t bytes) {
  Checksum checksum;
  std::vector<char> buffer(1 << 20);
  while (bytes > 0 && file) {
    const auto part = std::min<std::uintmax_t>(bytes, buffer.size());
    file.read(buffer.data(), static_cast<std::streamsize>(part));
    checksum.add(std::as_bytes(std::span(buffer.data(), part)));
    bytes -= part;
  }
  return checksum.value();
}

Failure cannot_read(const std::string& path, const char* reason) {
  return Failure(ExitCode::input_output, path + ": cannot be read (" + reason + ")");
}

/// The size of a file, which another process may remove at any moment.
std::uintmax_t bytes_of(const std::string& path) {
  std::error_code error;
  const std::uintmax_t bytes = std::filesystem::file_size(path, error);
  if (error) throw cannot_read(path, error.message().c_str());
  return bytes;
}

}  // namespace

void seal_file(const std::string& path) {
  std::uint64_t digest = 0;
  {
    std::ifstream file(path, std::ios::binary);
    digest = digest_of(file, bytes_of(path));
    if (!file) throw cannot_write(path, EIO);
  }
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::app);
  file.write(mark.data(), mark.size());
  file.write(reinterpret_cast<const char*>(&digest), sizeof(digest));
  file.close();
  if (!file) throw cannot_write(path, errno == 0 ? EIO : errno);
}

CheckedSeal check_seal(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::uintmax_t bytes = bytes_of(path);
  if (bytes < seal_bytes) return {};
  std::array<char, seal_bytes> seal{};
  file.seekg(static_cast<std::streamoff>(bytes - seal_bytes));
  file.read(seal.data(), seal.size());
  if (!file) throw cannot_read(path, std::strerror(errno));
  if (std::memcmp(seal.data(), mark.data(), mark.size()) != 0) return {};
  std::uint64_t stated = 0;
  std::memcpy(&stated, seal.data() + mark.size(), sizeof(stated));
  file.seekg(0);
  const std::uint64_t digest = digest_of(file, bytes - seal_bytes);
  return {digest == stated ? Seal::intact : Seal::broken, stated};
}

}  // namespace rapport
