#include "input/network_lines.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

#include "core/failure.hpp"

namespace rapport {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 16;
constexpr std::size_t buffer_size = std::size_t{1} << 22;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

bool says_nothing(std::string_view line) {
  return line.empty() || line.front() == '#' || line.front() == '%' || line.substr(0, 2) == "//";
}

}  // namespace

NetworkLines::NetworkLines(const std::string& path) : bytes_(path), buffer_(buffer_size) {
  refill();
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (std::string_view(buffer_.data(), end_).substr(0, 3) == byte_order_mark) begin_ = 3;
}

std::optional<std::string_view> NetworkLines::next() {
  while (const auto line = raw_line()) {
    const std::string_view text = trimmed(*line);
    if (!says_nothing(text)) return text;
  }
  return std::nullopt;
}

std::optional<std::string_view> NetworkLines::raw_line() {
  for (;;) {
    const char* const from = buffer_.data() + begin_;
    const std::size_t size = end_ - begin_;
    if (const void* found = std::memchr(from, '\n', size)) {
      const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - from);
      begin_ += length + 1;
      ++number_;
      return std::string_view(from, length);
    }
    if (at_end_) {
      begin_ = end_;
      if (size == 0) return std::nullopt;
      ++number_;
      return std::string_view(from, size);
    }
    refill();
  }
}

void NetworkLines::refill() {
  const std::size_t kept = end_ - begin_;
  if (kept > longest_line) {
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}:{}: error: the line is longer than {} bytes (a tie is one line); "
                              "check that this is a list of ties",
                              path(), number_ + 1, longest_line));
  }
  std::memmove(buffer_.data(), buffer_.data() + begin_, kept);
  const std::size_t room = buffer_.size() - kept;
  const std::size_t got = bytes_.read(buffer_.data() + kept, room);
  const char* const fresh = buffer_.data() + kept;
  if (const void* nul = std::memchr(fresh, '\0', got)) {
    const auto before = std::count(fresh - kept, static_cast<const char*>(nul), '\n');
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}:{}: error: the line holds a NUL byte (the file is binary or "
                              "UTF-16); give the ties as text in UTF-8",
                              path(), number_ + 1 + static_cast<std::uint64_t>(before)));
  }
  begin_ = 0;
  end_ = kept + got;
  at_end_ = got < room;
}

}  // namespace rapport
