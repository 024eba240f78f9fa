// Daily values of a run as they stand in the journal: many are counts, and many never leave zero.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rapport {

/// A checksum of what follows (XXH3, 64 bit), then a byte for each measure: how many bytes each of
/// its days takes, then those days. They are numbers of one or two bytes where all are whole and
/// fit, of four (float) elsewhere, and take none where all are zero.
/// `daily` is [measure][day], the same days for each.
std::vector<std::byte> daily_blob(std::span<const float> daily, std::size_t measures);

/// [measure][day] again, bit by bit; nothing when the blob is no such thing, or another than was
/// written.
std::optional<std::vector<float>> daily_in_blob(std::span<const std::byte> blob,
                                                std::size_t measures, std::size_t days);

}  // namespace rapport
