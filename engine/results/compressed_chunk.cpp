#include "results/compressed_chunk.hpp"

#include <new>
#include <zlib.h>

namespace rapport {
namespace {

std::vector<Bytef> shuffled(std::span<const std::byte> numbers, std::size_t bytes_of_one) {
  const std::size_t count = numbers.size() / bytes_of_one;
  std::vector<Bytef> result(numbers.size());
  for (std::size_t byte = 0; byte < bytes_of_one; ++byte) {
    for (std::size_t at = 0; at < count; ++at) {
      result[byte * count + at] = static_cast<Bytef>(numbers[at * bytes_of_one + byte]);
    }
  }
  return result;
}

}  // namespace

std::vector<std::byte> compressed_chunk(std::span<const std::byte> numbers,
                                        std::size_t bytes_of_one) {
  const std::vector<Bytef> source = shuffled(numbers, bytes_of_one);
  uLongf size = ::compressBound(source.size());
  std::vector<std::byte> room(size);
  // With room for the worst case only memory can be missing.
  const int code = ::compress2(reinterpret_cast<Bytef*>(room.data()), &size, source.data(),
                               source.size(), deflate_level);
  if (code != Z_OK) throw std::bad_alloc();
  return {room.begin(), room.begin() + static_cast<std::ptrdiff_t>(size)};
}

}  // namespace rapport
