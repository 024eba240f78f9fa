// Threads for work in parts.
#pragma once

#include "core/crew.hpp"

namespace rapport {

/// A crew of so many threads of oneTBB, the calling one among them; 1 is the calling thread alone.
Crew crew_of_threads(unsigned threads);

/// At most four of those threads, for `write_result`: each takes 0.4 MB to compress, and more of
/// them would wait for the one that reads and writes.
Crew crew_for_writing(unsigned threads);

/// The calling thread of oneTBB, and whoever of its arena has nothing to do. While the caller waits
/// for the others it begins nothing else, so that what it was doing stays its own.
Crew crew_of_free_threads();

}  // namespace rapport
