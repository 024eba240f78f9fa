// XXH3 (64 bit) of bytes that come in parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace rapport {

class Checksum {
 public:
  Checksum();
  Checksum(Checksum&&) noexcept;
  Checksum& operator=(Checksum&&) noexcept;
  ~Checksum();
  void add(std::span<const std::byte> bytes);
  /// The text and a final NUL, which tells "ab", "c" from "a", "bc".
  void add_text(const std::string& text);
  /// Of everything added so far; more may follow.
  std::uint64_t value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapport
