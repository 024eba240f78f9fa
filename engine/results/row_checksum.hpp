// What tells a row of the journal that was written from one that a disk or somebody has changed.
#pragma once

#include <cstdint>
#include <span>

#include "network/network_sample.hpp"
#include "results/design.hpp"
#include "results/journal_tables.hpp"
#include "results/needed_replicates.hpp"

namespace rapport {

// XXH3 (64 bit) of what a row says, column by column: numbers as 64 bits, texts and blobs with
// their lengths. Those of the design have one together, see journal_design.cpp; those of seconds,
// which reach no result, have none.

/// Of table `run`, and so of the checksums of what else the run left; its days have one of their
/// own, see `daily_blob`.
std::uint64_t row_checksum(const StoredRun& run);
/// Of table `people`; stands in the row of the run.
std::uint64_t row_checksum(RunKey key, std::span<const float> trust,
                           std::span<const float> annoyance);
/// Of table `snapshot`; stands in the row of the run that left it.
std::uint64_t row_checksum(std::uint32_t campaign, const Snapshots& pictures);
/// Of the one row of table `network`.
std::uint64_t row_checksum(const NetworkSample& network);
/// Of table `needed`.
std::uint64_t row_checksum(const NeededReplicates& needed);

}  // namespace rapport
