// The lines of a text file, one after the other, without holding the file in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/network_bytes.hpp"

namespace rapport {

/// Throws what NetworkBytes throws, and bad_data for NUL bytes (a binary file) and endless lines.
class NetworkLines {
 public:
  explicit NetworkLines(const std::string& path);

  /// The next line that says something, without blanks and carriage returns at its ends; empty
  /// lines and comments (#, %, //) are skipped. Valid until the next call; nothing at the end of
  /// the file.
  std::optional<std::string_view> next();

  /// Number of the last line returned, or of all lines after the end; the first is 1.
  std::uint64_t number() const { return number_; }
  const std::string& path() const { return bytes_.path(); }

 private:
  std::optional<std::string_view> raw_line();
  void refill();

  NetworkBytes bytes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of what was not returned yet, in buffer_
  std::size_t end_ = 0;
  bool at_end_ = false;
  std::uint64_t number_ = 0;
};

}  // namespace rapport
