// Crews that would bring to light what depends on who does which part, and when.
#pragma once

#include <thread>
#include <vector>

#include "core/crew.hpp"

namespace rapport::test {

/// The last part first.
inline const Crew backwards = [](std::size_t parts, const PartWork& work) {
  for (std::size_t part = parts; part > 0; --part) work(part - 1);
};

/// Three threads, each with every third part.
inline const Crew three_threads = [](std::size_t parts, const PartWork& work) {
  std::vector<std::jthread> threads;
  for (std::size_t first = 0; first < 3; ++first) {
    threads.emplace_back([&, first] {
      for (std::size_t part = first; part < parts; part += 3) work(part);
    });
  }
};

}  // namespace rapport::test
