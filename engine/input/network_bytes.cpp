#include "input/network_bytes.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <zlib.h>

#include "core/failure.hpp"

namespace rapport {
namespace {

/// Twice the largest public list of ties (Friendster, 1.8 billion ties, 31 GB of text).
constexpr std::uint64_t largest_text = std::uint64_t{64} << 30;
/// Lists of ties pack 3 to 20 times; deflate can reach 1,032 times, which only a bomb does.
constexpr std::uint64_t largest_ratio = 200;
/// Below this size nothing is a bomb.
constexpr std::uint64_t harmless_text = std::uint64_t{64} << 20;

[[noreturn]] void cannot_open(const std::string& path, const std::string& why) {
  throw Failure(ExitCode::missing_input,
                fmt::format("{}: error: cannot read the file ({}); check the path, it is relative "
                            "to the scenario file",
                            path, why));
}

}  // namespace

void NetworkBytes::Close::operator()(gzFile_s* file) const {
  gzclose_r(file);
}

NetworkBytes::NetworkBytes(const std::string& path) : path_(path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) cannot_open(path, "it is a directory");
  errno = 0;
  file_.reset(gzopen(path.c_str(), "rb"));
  if (!file_) cannot_open(path, errno == 0 ? "out of memory" : std::strerror(errno));
  gzbuffer(file_.get(), 1u << 18);
}

std::size_t NetworkBytes::read(char* to, std::size_t size) {
  constexpr std::size_t most = std::size_t{1} << 30;  // gzread counts in 32 bits
  std::size_t filled = 0;
  while (filled < size) {
    const auto step = static_cast<unsigned>(std::min(size - filled, most));
    const int got = gzread(file_.get(), to + filled, step);
    if (got < 0 || static_cast<unsigned>(got) < step) require_no_error();
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
    unpacked_ += static_cast<std::uint64_t>(got);
    require_no_bomb();
  }
  return filled;
}

void NetworkBytes::require_no_error() const {
  int code = Z_OK;
  const char* const text = gzerror(file_.get(), &code);
  if (code == Z_OK || code == Z_STREAM_END) return;
  if (code == Z_ERRNO) {
    throw Failure(ExitCode::input_output,
                  fmt::format("{}: error: reading failed ({})", path_, std::strerror(errno)));
  }
  const char* const why = code == Z_BUF_ERROR ? "the gzip data end too early" : text;
  throw Failure(
      ExitCode::bad_data,
      fmt::format("{}: error: the gzip file is damaged ({}); fetch it again", path_, why));
}

void NetworkBytes::require_no_bomb() const {
  if (unpacked_ > largest_text) {
    throw Failure(
        ExitCode::bad_data,
        fmt::format("{}: error: the file holds more than {} GiB of text; use a part of it", path_,
                    largest_text >> 30));
  }
  if (unpacked_ <= harmless_text || gzdirect(file_.get()) != 0) return;
  const auto packed = static_cast<std::uint64_t>(std::max<z_off_t>(gzoffset(file_.get()), 1));
  if (unpacked_ / packed < largest_ratio) return;
  throw Failure(ExitCode::bad_data,
                fmt::format("{}: error: the gzip file unpacks to more than {} times its size (no "
                            "list of ties does); unpack it yourself if you trust it",
                            path_, largest_ratio));
}

std::string read_whole(const std::string& path, std::size_t limit) {
  NetworkBytes bytes(path);
  std::string text;
  std::size_t got = 1;
  for (std::size_t chunk = std::size_t{1} << 16; got > 0; chunk *= 2) {
    const std::size_t filled = text.size();
    text.resize(filled + chunk);
    got = bytes.read(text.data() + filled, chunk);
    text.resize(filled + got);
    if (text.size() > limit) {
      throw Failure(ExitCode::bad_data,
                    fmt::format("{}: error: the file holds more than {} MiB (too much for this "
                                "format); write it as CSV",
                                path, limit >> 20));
    }
  }
  return text;
}

}  // namespace rapport
