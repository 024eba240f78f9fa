// Says on stderr how far the preparation of a study is, when that takes longer than one waits for.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

namespace rapport {

class PreparationTalk {
 public:
  /// "preparing: 5000 of 62750 design points are read", after a second and then now and then.
  void say(std::string_view what, std::uint64_t done, std::uint64_t total);

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
};

}  // namespace rapport
