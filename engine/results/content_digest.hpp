// A checksum over every dataset of a result file, that anybody can compute again.
#pragma once

#include <hdf5.h>
#include <string>

namespace rapport {

/// 16 hex digits: XXH3 (64 bit) over, for each dataset in order of creation (a group where it
/// stands among them), its path with a final NUL and then its elements, little-endian, strings with
/// a final NUL. Throws Hdf5Error.
std::string content_digest(hid_t root);

}  // namespace rapport
