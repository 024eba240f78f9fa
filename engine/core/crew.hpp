// Work in parts that do not depend on each other, and who does them.
#pragma once

#include <cstddef>
#include <functional>

namespace rapport {

/// What is to be done for one part, told by its number.
using PartWork = std::function<void(std::size_t part)>;

/// Does the work of the parts 0 to `parts` - 1, each once, in any order and perhaps several at the
/// same time, and returns when all are done; what the work throws is passed on. Layers that have no
/// threads of their own are handed a crew.
using Crew = std::function<void(std::size_t parts, const PartWork& work)>;

/// A crew of one: the calling thread, part after part.
inline void work_alone(std::size_t parts, const PartWork& work) {
  for (std::size_t part = 0; part < parts; ++part) work(part);
}

}  // namespace rapport
