// Hints to the memory.
#pragma once

namespace rapport {

/// The line of memory at that address will be read soon.
inline void prefetch([[maybe_unused]] const void* memory) {
#if defined(__GNUC__)
  __builtin_prefetch(memory);
#endif
}

}  // namespace rapport
