// A checksum over every dataset of a result file, that anybody can compute again.
#pragma once

#include <cstdint>
#include <hdf5.h>
#include <map>
#include <string>

namespace rapport {

/// Checksum of the elements of a dataset, by its path ("/daily/sales"): XXH3 (64 bit) over them in
/// canonical order, little-endian, strings with a final NUL.
using ElementChecksums = std::map<std::string, std::uint64_t>;

/// 16 hex digits: XXH3 (64 bit) over, for each dataset in order of creation (a group where it
/// stands among them), its path with a final NUL and then the checksum of its elements, 8 bytes,
/// little-endian. So the checksums of large datasets can be taken side by side while these are
/// written; a dataset that is not among `known` is read. Throws Hdf5Error.
std::string content_digest(hid_t root, const ElementChecksums& known = {});

/// The same of files of schema version 1: the elements themselves follow the path.
std::string content_digest_of_version_1(hid_t root);

}  // namespace rapport
