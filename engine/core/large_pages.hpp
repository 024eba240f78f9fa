// Large pages for what is read and written in random order: the processor finds its way through
// hundreds of megabytes of small pages slower than it computes.
#pragma once

#include <cstddef>
#include <vector>

namespace rapport {

/// Asks for large pages where the system has them; call it before the memory is first written.
/// Without effect on small memory and on other systems.
void prefer_large_pages(void* memory, std::size_t bytes);

/// `size` elements as by resize, on large pages.
template <class T>
void resize_on_large_pages(std::vector<T>& elements, std::size_t size) {
  elements.reserve(size);
  prefer_large_pages(elements.data(), size * sizeof(T));
  elements.resize(size);
}

}  // namespace rapport
