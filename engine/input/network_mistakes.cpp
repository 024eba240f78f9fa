#include "input/network_mistakes.hpp"

#include <fmt/format.h>

#include "core/failure.hpp"

namespace rapport {
namespace {
constexpr std::uint64_t most_shown = 20;
}

void NetworkMistakes::add(std::uint64_t line, std::string_view reason) {
  ++count_;
  if (count_ <= most_shown) text_ += fmt::format("{}:{}: error: {}\n", path_, line, reason);
}

void NetworkMistakes::throw_if_any(std::string_view suggestion) const {
  if (count_ == 0) return;
  std::string message = text_;
  if (count_ > most_shown) {
    message += fmt::format("{}: and {} more lines with mistakes\n", path_, count_ - most_shown);
  }
  throw Failure(ExitCode::bad_data, message + std::string(suggestion));
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string result = "\"";
  for (const char c : text.substr(0, longest)) {
    const auto byte = static_cast<unsigned char>(c);
    result += byte < 0x20 || byte == 0x7f ? '?' : c;
  }
  return result + (text.size() > longest ? "...\"" : "\"");
}

}  // namespace rapport
