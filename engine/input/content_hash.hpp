// Checksums by which equal content is recognised.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rapport {

/// 128 bits of XXH3 over what is added.
class ContentHash {
 public:
  ContentHash();
  void add(std::string_view bytes);
  /// 32 hexadecimal digits.
  std::string hex() const;

 private:
  struct State;
  struct Free {
    void operator()(State* state) const;
  };
  std::unique_ptr<State, Free> state_;
};

/// The hash of a file's bytes; empty for an empty path. Throws Failure(missing_input) when the file
/// cannot be read.
std::string file_digest(const std::string& path);

/// 64 bits of XXH3 over bytes in memory.
std::uint64_t checksum_of(std::span<const std::byte> bytes);

}  // namespace rapport
