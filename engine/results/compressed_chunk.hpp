// One chunk of a compressed dataset, made outside of HDF5, which compresses one after the other.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rapport {

/// Higher levels cost more time than they save.
inline constexpr int deflate_level = 1;

/// What HDF5's filters shuffle and deflate make of whole numbers of `bytes_of_one` bytes: the first
/// bytes of all numbers, then the second ones and so on, as a zlib stream.
std::vector<std::byte> compressed_chunk(std::span<const std::byte> numbers,
                                        std::size_t bytes_of_one);

}  // namespace rapport
