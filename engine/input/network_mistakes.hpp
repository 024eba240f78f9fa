// Mistakes in the lines of a file: the first ones in words, the others as a number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport {

class NetworkMistakes {
 public:
  explicit NetworkMistakes(std::string path) : path_(std::move(path)) {}

  /// `reason` reads "problem (why it is one)".
  void add(std::uint64_t line, std::string_view reason);

  /// Throws Failure(bad_data) with all that was added; `suggestion` ends the message.
  void throw_if_any(std::string_view suggestion) const;

 private:
  std::string path_;
  std::string text_;  // up to 20 lines "path:line: error: reason"
  std::uint64_t count_ = 0;
};

/// Text of a file as it may stand in a message: in quotes, unprintable bytes as '?', at most 40.
std::string quoted(std::string_view text);

}  // namespace rapport
