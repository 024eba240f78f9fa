// A crew whose members get in each other's way as much as they can.
#pragma once

#include <atomic>
#include <thread>
#include <vector>

#include "core/crew.hpp"

namespace rapport::test {

/// So many threads, whoever is free taking the next part from the end.
inline Crew crowd(unsigned threads) {
  return [threads](std::size_t parts, const PartWork& work) {
    std::atomic<std::size_t> left = parts;
    std::vector<std::thread> members;
    for (unsigned k = 0; k < threads; ++k) {
      members.emplace_back([&] {
        std::size_t before = left.load();
        while (before > 0) {
          if (left.compare_exchange_weak(before, before - 1)) {
            work(before - 1);
            before = left.load();
          }
        }
      });
    }
    for (std::thread& member : members) member.join();
  };
}

}  // namespace rapport::test
