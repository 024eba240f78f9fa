// Threads for work in parts.
#pragma once

#include "core/crew.hpp"

namespace rapport {

/// A crew of so many threads of oneTBB, the calling one among them; 1 is the calling thread alone.
Crew crew_of_threads(unsigned threads);

}  // namespace rapport
