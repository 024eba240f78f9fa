#include "app/preparation_talk.hpp"

#include <fmt/format.h>
#include <iostream>

namespace rapport {

void PreparationTalk::say(std::string_view what, std::uint64_t done, std::uint64_t total) {
  constexpr std::chrono::seconds between_lines{5};
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + between_lines;
  std::cerr << fmt::format("preparing: {} of {} {}\n", done, total, what);
}

}  // namespace rapport
