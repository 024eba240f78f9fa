#include "results/daily_blob.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "results/checksum.hpp"

namespace rapport {
namespace {

// By bits: a negative zero is kept.
bool is_zero(std::span<const float> values) {
  const auto bytes = std::as_bytes(values);
  return std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{0}; });
}

constexpr std::size_t checksum_bytes = sizeof(std::uint64_t);

std::uint64_t checksum_of(std::span<const std::byte> bytes) {
  Checksum checksum;
  checksum.add(bytes);
  return checksum.value();
}

}  // namespace

std::vector<std::byte> daily_blob(std::span<const float> daily, std::size_t measures) {
  const std::size_t days = daily.size() / measures;
  std::vector<std::byte> blob(checksum_bytes + measures);
  blob.reserve(blob.size() + daily.size_bytes() / 2);
  for (std::size_t measure = 0; measure < measures; ++measure) {
    const auto values = daily.subspan(measure * days, days);
    if (is_zero(values)) continue;
    blob[checksum_bytes + measure] = std::byte{1};
    const auto bytes = std::as_bytes(values);
    blob.insert(blob.end(), bytes.begin(), bytes.end());
  }
  const std::uint64_t checksum = checksum_of(std::span(blob).subspan(checksum_bytes));
  std::memcpy(blob.data(), &checksum, checksum_bytes);
  return blob;
}

std::optional<std::vector<float>> daily_in_blob(std::span<const std::byte> blob,
                                                std::size_t measures, std::size_t days) {
  if (blob.size() < checksum_bytes + measures) return std::nullopt;
  std::uint64_t checksum;
  std::memcpy(&checksum, blob.data(), checksum_bytes);
  blob = blob.subspan(checksum_bytes);
  if (checksum_of(blob) != checksum) return std::nullopt;
  const auto kept = blob.first(measures);
  auto values = blob.subspan(measures);
  const auto count = static_cast<std::size_t>(std::ranges::count(kept, std::byte{1}));
  const auto zeros = static_cast<std::size_t>(std::ranges::count(kept, std::byte{0}));
  const std::size_t bytes = days * sizeof(float);
  if (count + zeros != measures || values.size() != count * bytes) return std::nullopt;
  std::vector<float> daily(measures * days, 0.0f);
  for (std::size_t measure = 0; measure < measures; ++measure) {
    if (kept[measure] == std::byte{0} || bytes == 0) continue;
    std::memcpy(&daily[measure * days], values.data(), bytes);
    values = values.subspan(bytes);
  }
  return daily;
}

}  // namespace rapport
