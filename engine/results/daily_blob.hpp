// Daily values of a run as they stand in the journal: of most runs, many measures never leave zero.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rapport {

/// A checksum of what follows (XXH3, 64 bit), then a byte for each measure, 1 where any day is not
/// zero, then the days of those measures alone.
/// `daily` is [measure][day], the same days for each.
std::vector<std::byte> daily_blob(std::span<const float> daily, std::size_t measures);

/// [measure][day] again, bit by bit; nothing when the blob is no such thing, or another than was
/// written.
std::optional<std::vector<float>> daily_in_blob(std::span<const std::byte> blob,
                                                std::size_t measures, std::size_t days);

}  // namespace rapport
