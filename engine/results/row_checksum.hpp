// What tells a row of the journal that was written from one that a disk or somebody has changed.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "results/design.hpp"
#include "results/run_record.hpp"

namespace rapport {

/// XXH3 (64 bit) of what a row of table `run` says; its days have a checksum of their own, see
/// `daily_blob`.
std::uint64_t row_checksum(RunKey key, RunStatus status, std::uint64_t digest,
                           const std::string& message, std::span<const double> final);

}  // namespace rapport
