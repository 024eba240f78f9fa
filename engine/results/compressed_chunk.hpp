// One chunk of a compressed dataset, made outside of HDF5, which compresses one after the other.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rapport {

/// Higher levels cost more time than they save.
inline constexpr int deflate_level = 1;

/// What HDF5's filters shuffle and deflate make of `numbers`, each of `bytes_of_one` bytes: the
/// same bytes of all numbers side by side, then a zlib stream.
std::vector<std::byte> compressed_chunk(std::span<const std::byte> numbers,
                                        std::size_t bytes_of_one);

}  // namespace rapport
