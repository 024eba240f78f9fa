// A checksum of a whole file in its last 16 bytes, checked before the HDF5 library sees the rest.
#pragma once

#include <cstdint>
#include <string>

namespace rapport {

// HDF5 1.10 crashes on about one in a hundred randomly damaged files, so damage has to be found
// first. All HDF5 readers ignore bytes behind the end that the file states; a program that changes
// the file cuts them off, and the file is then unsealed, which is no mistake.

enum class Seal { none, intact, broken };

/// Appends the seal: "rapport\n" and XXH3 (64 bit, little-endian) of everything before. Throws
/// Failure input_output.
void seal_file(const std::string& path);
struct CheckedSeal {
  Seal seal = Seal::none;
  std::uint64_t checksum = 0;  // as it is stated; 0 when there is no seal
};
/// Throws Failure input_output when the file cannot be read.
CheckedSeal check_seal(const std::string& path);

}  // namespace rapport
