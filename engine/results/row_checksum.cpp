#include "results/row_checksum.hpp"

#include <concepts>
#include <ranges>

#include "results/checksum.hpp"

namespace rapport {
namespace {

void add(Checksum& checksum, std::integral auto number) {
  const auto wide = static_cast<std::uint64_t>(number);
  checksum.add(std::as_bytes(std::span(&wide, 1)));
}

void add(Checksum& checksum, const std::ranges::contiguous_range auto& values) {
  const auto bytes = std::as_bytes(std::span(values));
  add(checksum, bytes.size());
  checksum.add(bytes);
}

template <class... Columns>
std::uint64_t checksum_of(const Columns&... columns) {
  Checksum checksum;
  (add(checksum, columns), ...);
  return checksum.value();
}

}  // namespace

std::uint64_t row_checksum(const StoredRun& run) {
  return checksum_of(run.key.point, run.key.campaign, run.key.replicate,
                     static_cast<int>(run.status), run.digest, run.message, run.final,
                     run.people_checksum, run.snapshot_checksum);
}

std::uint64_t row_checksum(RunKey key, std::span<const float> trust,
                           std::span<const float> annoyance) {
  return checksum_of(key.point, key.campaign, key.replicate, trust, annoyance);
}

std::uint64_t row_checksum(std::uint32_t campaign, const Snapshots& pictures) {
  return checksum_of(campaign, pictures.days, pictures.trust_histogram,
                     pictures.annoyance_histogram, pictures.trust, pictures.annoyance,
                     pictures.stage);
}

std::uint64_t row_checksum(const NetworkSample& network) {
  return checksum_of(network.person, network.community, network.x, network.y, network.tie_from,
                     network.tie_to, network.people_in_network, network.ties_in_network);
}

std::uint64_t row_checksum(const NeededReplicates& needed) {
  return checksum_of(needed.point, needed.campaign, needed.replicates);
}

}  // namespace rapport
