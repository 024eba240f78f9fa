#include "core/large_pages.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace rapport {
namespace {

void* checked(void* memory) {
  if (!memory) throw std::bad_alloc();
  return memory;
}

#ifdef __linux__

constexpr std::size_t large = std::size_t{1} << 21;
constexpr std::size_t small = std::size_t{1} << 16;  // a multiple of every system's small page
// A remainder that would leave more than a quarter of a large page empty stays on small ones.
constexpr std::size_t well_filled = large / 4 * 3;

std::size_t round_up(std::size_t bytes, std::size_t to) {
  return (bytes + to - 1) / to * to;
}

std::size_t mapped(std::size_t bytes) {
  return round_up(bytes, bytes % large < well_filled ? small : large);
}

// So many bytes, a multiple of small pages, from the beginning of a large page on.
void* map(std::size_t bytes) {
  void* const reserved =
      mmap(nullptr, bytes + large, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (reserved == MAP_FAILED) return nullptr;
  char* const begin = static_cast<char*>(reserved);
  const std::size_t before = -reinterpret_cast<std::uintptr_t>(begin) % large;
  if (before > 0) munmap(begin, before);
  munmap(begin + before + bytes, large - before);
  // A refusal costs time, nothing else.
  madvise(begin + before, bytes, MADV_HUGEPAGE);
  return begin + before;
}

#endif

}  // namespace

void* allocate_on_large_pages(std::size_t bytes) {
#ifdef __linux__
  if (bytes >= well_filled) return checked(map(mapped(bytes)));
#endif
  return checked(std::calloc(std::max(bytes, std::size_t{1}), 1));
}

void free_on_large_pages(void* memory, std::size_t bytes) noexcept {
#ifdef __linux__
  if (bytes >= well_filled) {
    munmap(memory, mapped(bytes));
    return;
  }
#endif
  std::free(memory);
}

}  // namespace rapport
