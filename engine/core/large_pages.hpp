// Large pages for what is read and written in random order: the processor finds its way through
// megabytes of small pages slower than it computes.
#pragma once

#include <cstddef>
#include <vector>

namespace rapport {

/// Memory that is zero and costs nothing before it is first written; large pages hold all of it but
/// for small remainders, where the system has them. Throws std::bad_alloc.
void* allocate_on_large_pages(std::size_t bytes);
/// `bytes` as when it was allocated.
void free_on_large_pages(void* memory, std::size_t bytes) noexcept;

/// An allocator of such memory.
template <class T>
struct LargePages {
  using value_type = T;

  LargePages() = default;
  template <class U>
  constexpr LargePages(const LargePages<U>&) noexcept {}

  T* allocate(std::size_t count) {
    return static_cast<T*>(allocate_on_large_pages(count * sizeof(T)));
  }
  void deallocate(T* memory, std::size_t count) noexcept {
    free_on_large_pages(memory, count * sizeof(T));
  }
  friend bool operator==(LargePages, LargePages) { return true; }
};

template <class T>
using LargeVector = std::vector<T, LargePages<T>>;

}  // namespace rapport
